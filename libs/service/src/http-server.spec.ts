import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { STREAMED, httpServer } from './http-server.js';

const LIMIT = 1000;
const server = httpServer(LIMIT).getInstance<FastifyInstance>();

beforeAll(async () => {
  server.post('/json', (request) => ({ body: request.body }));
  server.post('/text', (request) => ({ body: request.body }));
  server.post('/stream', { config: STREAMED }, async (request) => {
    if (!(request.body instanceof Readable)) return { streamed: false };
    let length = 0;
    for await (const piece of request.body) length += (piece as Buffer).length;
    return { streamed: true, length };
  });
  await server.ready();
});
afterAll(() => server.close());

const post = (url: string, payload: string, type = 'application/xml') =>
  server.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });

it('reads XML as text up to the limit, and no more', async () => {
  expect((await post('/text', '<é/>')).json()).toEqual({ body: '<é/>' });
  expect((await post('/text', 'x'.repeat(LIMIT))).statusCode).toBe(200);
  expect((await post('/text', 'x'.repeat(LIMIT + 1))).statusCode).not.toBe(200);
});

it('reads JSON up to the limit, and neither what is malformed nor what changes prototypes', async () => {
  const json = async (text: string) => (await post('/json', text, 'application/json')).statusCode;
  expect((await post('/json', '{"a":"é"}', 'application/json')).json()).toEqual({ body: { a: 'é' } });
  expect(await json(JSON.stringify('x'.repeat(LIMIT - 2)))).toBe(200);
  expect(await json(JSON.stringify('x'.repeat(LIMIT)))).not.toBe(200);
  for (const bad of ['', '{', '{"__proto__":{}}']) expect(await json(bad)).toBe(400);
});

it.each(['application/json', 'application/xml'])(
  'leaves %s of any length to a route that reads a stream',
  async (type) => {
    expect((await post('/stream', 'x'.repeat(10 * LIMIT), type)).json()).toEqual({
      streamed: true,
      length: 10 * LIMIT,
    });
  },
);
