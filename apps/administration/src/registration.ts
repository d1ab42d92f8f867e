import { isDeepStrictEqual } from 'node:util';
import type { FastifyReply } from 'fastify';
import { conflict } from '#problem-details';

/** The token is there the first time only: the platform does not know it any more. */
export interface RegistrationAnswer {
  readonly id: string;
  readonly token?: string;
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
