import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/**
 * The id that ties together everything one request caused, across services and messages: the trace id of the
 * W3C Trace Context recommendation, 32 hex digits.
 */
export type TraceId = string;

const storage = new AsyncLocalStorage<TraceId>();
const NO_TRACE: TraceId = '0'.repeat(32);

/** The trace id of the running request or message; all zeros outside of both. */
export function currentTrace(): TraceId {
  return storage.getStore() ?? NO_TRACE;
}

export function runInTrace<T>(trace: TraceId, work: () => T): T {
  return storage.run(trace, work);
}

/** Takes the caller's trace id from a `traceparent` header, or starts a trace. */
export function traceFrom(traceparent: string | undefined): TraceId {
  const given = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent ?? '')?.[1];
  return given !== undefined && given !== NO_TRACE ? given : newTrace();
}

export function newTrace(): TraceId {
  return randomBytes(16).toString('hex');
}

/** The `traceparent` header that hands a trace on. */
export function traceparentOf(trace: TraceId): string {
  return `00-${trace}-${randomBytes(8).toString('hex')}-01`;
}
