import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListeningPost {
  readonly port: number;
  readonly udpPort: number;
  /** Paths that were asked for, in order, upgrades to other protocols among them. */
  readonly asked: string[];
  packets(): number;
  close(): Promise<void>;
}

/** A server that notes everything that reaches it, over HTTP and over UDP, and lets every page read what it says. */
export async function startListeningPost(): Promise<ListeningPost> {
  const asked: string[] = [];
  let packets = 0;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isPage = request.url === '/page';
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'content-type': isPage ? 'text/html' : 'text/javascript',
    });
    response.end(isPage ? '<!doctype html><title>Control</title><main><p>Control</p></main>' : 'void 0;');
  });
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '');
    socket.destroy();
  });
  const udp = createSocket('udp4').on('message', () => packets++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  return {
    // Safe: it listens on a port, not on a pipe.
    port: (server.address() as AddressInfo).port,
    udpPort: udp.address().port,
    asked,
    packets: () => packets,
    close: () =>
      new Promise((resolve) => {
        udp.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
