import type { FastifyReply } from 'fastify';
import { badRequest } from '#problem-details';

export const DEFAULT_LIMIT = 100;
export const LARGEST_LIMIT = 1000;

/** Which part of a list: at most `limit` items after the item whose key is `after`. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: string;
}

/** Reads `?limit=&cursor=`. @throws Problem 400 that names the parameter */
export function readPage(limit: string | undefined, cursor: string | undefined): PageRequest {
  const number = limit === undefined ? DEFAULT_LIMIT : Number(limit);
  if (!Number.isInteger(number) || number < 1 || number > LARGEST_LIMIT)
    throw badRequest([{ path: 'limit', message: `must be a whole number from 1 to ${LARGEST_LIMIT}` }]);
  if (cursor === undefined) return { limit: number };
  return { limit: number, after: Buffer.from(cursor, 'base64url').toString() };
}

/**
 * Answers with a plain array and, where more items follow, the next page's cursor in the `next-cursor` header.
 *
 * @param items what was read with a limit of one more than asked for, so that it shows whether more follow
 * @param keyOf the sort key by which the list was ordered
 */
export function sendPage<Item>(
  reply: FastifyReply,
  page: PageRequest,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const shown = items.slice(0, page.limit);
  const last = shown.at(-1);
  if (items.length > page.limit && last !== undefined)
    void reply.header('next-cursor', Buffer.from(keyOf(last)).toString('base64url'));
  return shown;
}
