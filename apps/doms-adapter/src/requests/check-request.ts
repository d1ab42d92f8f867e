import type { Result } from '#flexoffer';
import { Problem } from '#problem-details';
import { SchemaPipe } from '#validation';
import { PolledRequest, PostedRequest, type FlexibilityRequest } from './flexibility-request.js';
import type { RequestSource } from './request.entity.js';

const PIPES = { doms: new SchemaPipe(PolledRequest), posted: new SchemaPipe(PostedRequest) } as const;

/** Whether an item has the form of a request; one bad item of a list is no reason to refuse the others. */
export function checkRequest(item: unknown, source: RequestSource): Result<FlexibilityRequest> {
  try {
    return { ok: true, value: PIPES[source].transform(item) };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, faults: error.errors ?? [] };
    throw error;
  }
}

/** The id of an item, however malformed the rest of it is; undefined if it has none that could be answered. */
export function requestIdOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('requestId' in item)) return undefined;
  const { requestId } = item;
  return typeof requestId === 'string' && requestId !== '' && requestId.length <= 128 ? requestId : undefined;
}
