import { createServer } from 'node:http';

const ROWS = 30;
const PAGES = 3;
const TOWNS = ['Leeds', 'York', 'Bath', 'Derby', 'Truro', 'Wells'];

/** A row of the directory of an invented fair: the same for ever, another for every number. */
function row(n: number): string {
  const name = `Exhibit ${String.fromCharCode(65 + (n % 26))}${String.fromCharCode(65 + Math.floor(n / 26))} Tools Ltd`;
  return `<tr><td>${name}</td><td>020 7946 0${100 + n}</td><td>sales@exhibit${n}.example</td><td>${TOWNS[n % TOWNS.length]}</td></tr>`;
}

/** One page of it; the last one leads to a form to log in. */
export function directoryPage(page: number): string {
  if (page > PAGES)
    return '<!doctype html><html lang="en"><title>Log in</title><form>Please log in <input type="password"></form></html>';
  const rows = Array.from({ length: ROWS }, (_, i) => row((page - 1) * ROWS + i));
  return `<!doctype html><html lang="en-GB"><head><title>Exhibitors ${page} - Spring Fair</title></head><body>
    <h1>Exhibitors</h1>
    <table><tr><th>Company</th><th>Phone</th><th>E-mail</th><th>Town</th></tr>${rows.join('')}</table>
    <nav class="pagination"><a rel="next" href="/exhibitors/${page + 1}">Next</a></nav>
  </body></html>`;
}

export interface DirectorySite {
  url(page: number): string;
  close(): Promise<void>;
}

/** The directory on a port of this machine. */
export async function startDirectorySite(): Promise<DirectorySite> {
  const server = createServer((request, response) => {
    const page = Number(/^\/exhibitors\/(\d)$/.exec(request.url ?? '')?.[1] ?? 0);
    if (page === 0) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(directoryPage(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    url: (page) => `http://fair.localhost:${port}/exhibitors/${page}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
