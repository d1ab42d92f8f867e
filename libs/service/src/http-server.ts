import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { elapsedSeconds } from '#clock';
import { Problem } from '#problem-details';
import { httpRequestSeconds, runInTrace, traceFrom, traceparentOf, currentTrace } from '#observability';

/** Bodies that handlers read as a stream, whatever their length. */
const STREAMED_TYPES = ['application/x-ndjson', 'text/csv'];

/** For `@RouteConfig`: the route reads JSON and XML as streams, too. */
export const STREAMED = { streamed: true } as const;

const isStreamed = (config: object): boolean => 'streamed' in config && config.streamed === true;

/** @throws Problem 413 beyond the limit */
async function textOf(payload: AsyncIterable<unknown>, limitBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of payload) {
    if (!Buffer.isBuffer(piece)) throw new TypeError('a request body that is no bytes');
    length += piece.length;
    if (length > limitBytes)
      throw new Problem(413, 'Body too large', 'The body is larger than this endpoint accepts.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Fastify as all our services use it: traced, measured, with streams left to their handlers. */
export function httpServer(bodyLimitBytes: number): FastifyAdapter {
  const adapter = new FastifyAdapter({ bodyLimit: bodyLimitBytes, routerOptions: { maxParamLength: 200 } });
  const server = adapter.getInstance<FastifyInstance>();
  for (const type of STREAMED_TYPES)
    server.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  server.addContentTypeParser(['application/xml', 'text/xml'], (request, payload, done) => {
    if (isStreamed(request.routeOptions.config)) done(null, payload);
    else textOf(payload, bodyLimitBytes).then((text) => done(null, text), done);
  });
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', (request, payload, done) => {
    if (isStreamed(request.routeOptions.config)) done(null, payload);
    else textOf(payload, bodyLimitBytes).then((text) => void parseJson(request, text, done), done);
  });
  server.addHook('onRequest', (request, reply, done) => {
    const traceparent = request.headers['traceparent'];
    runInTrace(traceFrom(typeof traceparent === 'string' ? traceparent : undefined), () => {
      void reply.header('traceparent', traceparentOf(currentTrace()));
      done();
    });
  });
  measure(server);
  return adapter;
}

function measure(server: FastifyInstance): void {
  const starts = new WeakMap<object, number>();
  server.addHook('onRequest', (request, _reply, done) => {
    starts.set(request, elapsedSeconds());
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const start = starts.get(request) ?? elapsedSeconds();
    httpRequestSeconds.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      elapsedSeconds() - start,
    );
    done();
  });
}
