import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { elapsedSeconds } from '#clock';
import { httpRequestSeconds, runInTrace, traceFrom, traceparentOf, currentTrace } from '#observability';

/** Bodies that handlers read as a stream, whatever their length. */
const STREAMED_TYPES = ['application/x-ndjson', 'text/csv'];

/** Fastify as all our services use it: traced, measured, with streams left to their handlers. */
export function httpServer(bodyLimitBytes: number): FastifyAdapter {
  const adapter = new FastifyAdapter({ bodyLimit: bodyLimitBytes, routerOptions: { maxParamLength: 200 } });
  const server = adapter.getInstance<FastifyInstance>();
  for (const type of STREAMED_TYPES)
    server.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  server.addContentTypeParser(
    ['application/xml', 'text/xml'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
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
