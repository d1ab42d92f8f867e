import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Joins services that run apart on one address, as the deployed gateway does. */
export async function startGateway(
  portOf: (path: string) => number,
): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    const forwarded = request(
      {
        host: '127.0.0.1',
        port: portOf(url),
        path: url,
        headers,
        ...(method === undefined ? {} : { method }),
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    forwarded.on('error', (error) => outgoing.writeHead(502).end(error.message));
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
