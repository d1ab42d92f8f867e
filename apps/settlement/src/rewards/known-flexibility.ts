import { Between } from 'typeorm';
import type { Transaction } from '#persistence';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { ProvidedFlexibility } from './provided-flexibility.entity.js';

/** The offers of a participant that count in a period. */
export function providedFlexibility(
  { manager }: Transaction,
  participantId: string,
  { from, to }: IntervalRange,
): Promise<ProvidedFlexibility[]> {
  return manager.find(ProvidedFlexibility, {
    where: { participantId, interval: Between(from, to - 1) },
    order: { flexOfferId: 'ASC' },
  });
}
