import { Any, Between, LessThanOrEqual } from 'typeorm';
import type { Instant } from '#flexoffer';
import type { Transaction } from '#persistence';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { ProvidedFlexibility } from './provided-flexibility.entity.js';

/** The offers of participants that count in a period, as far as they were known at an instant. */
export function providedFlexibility(
  { manager }: Transaction,
  participantIds: readonly string[],
  { from, to, knownAt }: IntervalRange & { readonly knownAt: Instant },
): Promise<ProvidedFlexibility[]> {
  return manager.find(ProvidedFlexibility, {
    where: {
      participantId: Any([...participantIds]),
      interval: Between(from, to - 1),
      knownAt: LessThanOrEqual(knownAt),
    },
    order: { flexOfferId: 'ASC' },
  });
}
