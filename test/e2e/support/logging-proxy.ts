import { createServer, request as ask, type Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What a browser asks for by itself, whatever extension is in it, although its settings switch it off. Printed. */
const BROWSER_NOISE =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com|mozgcp\.net)$/;

export interface LoggingProxy {
  readonly port: number;
  /** Hosts that were asked for, loopback included, each once. */
  hosts(): string[];
  /** The same without what the browser asks for by itself. */
  foreign(): string[];
  close(): Promise<void>;
}

/**
 * A proxy that every request of a browser has to pass, loopback included. Names under localhost and loopback addresses are
 * let through, everything else is logged and refused.
 */
export async function startLoggingProxy(): Promise<LoggingProxy> {
  const seen = new Set<string>();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    seen.add(url.hostname);
    if (!isLocal(url.hostname)) {
      response.writeHead(502).end('refused');
      return;
    }
    const onward = ask(
      {
        host: '127.0.0.1',
        port: url.port,
        path: url.pathname + url.search,
        method: request.method,
        headers: request.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('connect', (request, socket) => {
    const [host = '', port = ''] = (request.url ?? '').split(':');
    seen.add(host);
    // A browser that is killed hangs up in the middle.
    socket.on('error', () => socket.destroy());
    if (!isLocal(host)) return void socket.end('HTTP/1.1 502 Refused\r\n\r\n');
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hosts = (): string[] => [...seen].sort();
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    foreign: () => hosts().filter((host) => !BROWSER_NOISE.test(host)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1';
}
