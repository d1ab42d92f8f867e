import { isDeepStrictEqual } from 'node:util';
import type { FastifyReply } from 'fastify';
import type { Transaction } from '#persistence';
import { conflict } from '#problem-details';

/** The token is there the first time only: the platform does not know it any more. */
export interface RegistrationAnswer {
  readonly id: string;
  readonly token?: string;
}

/** Lets registrations of the same id wait for one another, so that of many at once one is the first. */
export async function oneAtATime(transaction: Transaction, what: string, id: string): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${what} ${id}`]);
}

/**
 * The answer to a registration that came before.
 *
 * @throws Problem 409 when it came with another content
 */
export function registered<Row extends { readonly id: string }>(
  reply: FastifyReply,
  what: string,
  known: Row,
  repeated: Row,
): RegistrationAnswer {
  if (!isDeepStrictEqual({ ...known }, { ...repeated }))
    throw conflict(`There is already a ${what} ${known.id} with other properties.`);
  void reply.status(200);
  return { id: known.id };
}
