import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * The least that a server can do with a poll: read the body, parse it, answer some JSON. What the platform does on
 * top of this (who sends, is it right, make it durable) is what it costs. Runs as a process of its own and sends its
 * port to its parent.
 */
const ANSWER = JSON.stringify({ acknowledgement: { result: 'Ack', errors: [] }, demandSchedules: [] });

function answer(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString('utf8'));
    response.setHeader('content-type', 'application/json');
    response.end(ANSWER);
  });
}

const server = createServer(answer);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  process.send?.(address.port);
});
