import type { WattHours } from '#flexoffer';
import type { BuyOrdersAnswered } from '#messages';
import type { Accepted, RequestResult } from '../requests/request.entity.js';

/** The market's answer in the order of the request's own lists; 0 where nothing was asked or bought. */
export function acceptedBy(
  answer: BuyOrdersAnswered['orders'][number],
  startInterval: number,
  length: number,
): Accepted {
  const bought = new Map(answer.accepted.map((energy) => [energy.interval, energy]));
  const entries = Array.from({ length }, (_, index) => bought.get(startInterval + index));
  return {
    changesWh: entries.map((energy) => energy?.changeWh ?? 0),
    prices: entries.map((energy) => energy?.price ?? 0),
  };
}

/** Null while nothing is bought and more may come. */
export function resultOf(
  asked: readonly WattHours[],
  { changesWh }: Accepted,
  final: boolean,
): RequestResult | null {
  if (asked.every((wanted, index) => wanted === changesWh[index])) return 'accepted';
  if (changesWh.some((change) => change !== 0)) return 'partly';
  return final ? 'rejected' : null;
}
