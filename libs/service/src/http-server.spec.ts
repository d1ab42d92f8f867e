import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { STREAMED_XML, httpServer } from './http-server.js';

const LIMIT = 1000;
const server = httpServer(LIMIT).getInstance<FastifyInstance>();

beforeAll(async () => {
  server.post('/text', (request) => ({ body: request.body }));
  server.post('/stream', { config: STREAMED_XML }, async (request) => {
    if (!(request.body instanceof Readable)) return { streamed: false };
    let length = 0;
    for await (const piece of request.body) length += (piece as Buffer).length;
    return { streamed: true, length };
  });
  await server.ready();
});
afterAll(() => server.close());

const post = (url: string, payload: string) =>
  server.inject({ method: 'POST', url, headers: { 'content-type': 'application/xml' }, payload });

it('reads XML as text up to the limit, and no more', async () => {
  expect((await post('/text', '<é/>')).json()).toEqual({ body: '<é/>' });
  expect((await post('/text', 'x'.repeat(LIMIT))).statusCode).toBe(200);
  expect((await post('/text', 'x'.repeat(LIMIT + 1))).statusCode).not.toBe(200);
});

it('leaves XML of any length to a route that reads a stream', async () => {
  expect((await post('/stream', 'x'.repeat(10 * LIMIT))).json()).toEqual({
    streamed: true,
    length: 10 * LIMIT,
  });
});
