import { Any, Between } from 'typeorm';
import type { Transaction } from '#persistence';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { ProvidedFlexibility } from './provided-flexibility.entity.js';

/** The offers of participants that count in a period. */
export function providedFlexibility(
  { manager }: Transaction,
  participantIds: readonly string[],
  { from, to }: IntervalRange,
): Promise<ProvidedFlexibility[]> {
  return manager.find(ProvidedFlexibility, {
    where: { participantId: Any([...participantIds]), interval: Between(from, to - 1) },
    order: { flexOfferId: 'ASC' },
  });
}
