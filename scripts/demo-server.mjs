/**
 * The web sites of three invented companies, one host each: qingheling.localhost (zh), northwick.localhost (en) and
 * tarnhill.localhost (de). Browsers send every name under localhost to this machine. Serves files, nothing else.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'demo-site');
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css' };
export const DEMO_COMPANIES = ['qingheling', 'northwick', 'tarnhill'];

/** @returns {Promise<{ port: number, url(company: string, page?: string): string, close(): Promise<void> }>} */
export async function startDemoSite() {
  const server = createServer(async (request, response) => {
    const { host = '' } = request.headers;
    const company = DEMO_COMPANIES.find((name) => host.startsWith(`${name}.`));
    const wanted = new URL(request.url ?? '/', 'http://x').pathname;
    const page = wanted.endsWith('/') ? `${wanted}index.html` : wanted;
    const file =
      page === '/site.css' ? path.join(folder, 'site.css') : path.join(folder, company ?? '-', path.normalize(page));
    try {
      if (!file.startsWith(folder)) throw new Error('outside');
      const text = (await readFile(file, 'utf8')).replaceAll('{{origin}}', `http://${host}`);
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'text/plain' }).end(text);
    } catch {
      // No such page, which is all a visitor has to know.
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    url: (company, page = '') => `http://${company}.localhost:${port}/${page}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
