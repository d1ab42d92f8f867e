import type { EnergyBounds, IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';
import { randomNumbers } from '../random.js';
import type { Round } from './round.js';

/** One standard offer of 8 quarter-hours, consumption-positive. It follows its default schedule if nobody buys. */
export interface TradeOffer {
  readonly flexibilityId: string;
  readonly device: number;
  readonly startAfter: IntervalIndex;
  readonly startBefore: IntervalIndex;
  readonly slices: readonly EnergyBounds[];
  /** From `startAfter` on. */
  readonly defaultWh: readonly WattHours[];
  /** Asked for either direction. */
  readonly price: MicroPerKwh;
}

const SLICES = 8;
const STARTS = 16;
const WINDOWS: readonly number[] = [2, 4, 8];
const PRICES: readonly MicroPerKwh[] = [40_000, 50_000, 60_000];

/** No request reaches beyond this many intervals after the first start. */
export const HORIZON_INTERVALS = STARTS + Math.max(...WINDOWS) + SLICES;

/** The dearest offer asks for this much. */
export const HIGHEST_ASKED = Math.max(...PRICES);

/** The offers of one round, the same every time; each device has as many as its neighbours, give or take one. */
export function offersOf(round: Round, count: number, devices: number): TradeOffer[] {
  const below = randomNumbers(count + round.number);
  return Array.from({ length: count }, (_, number) => {
    const startAfter = round.firstStart + below(STARTS);
    const slices = Array.from({ length: SLICES }, () => {
      const lowerWh = 100 + below(400);
      return { lowerWh, upperWh: lowerWh + 200 + below(800) };
    });
    return {
      flexibilityId: `flexibility-${round.number}-${number}`,
      device: number % devices,
      startAfter,
      startBefore: startAfter + WINDOWS[below(WINDOWS.length)]!,
      slices,
      defaultWh: slices.map(({ lowerWh, upperWh }) => Math.round((lowerWh + upperWh) / 2)),
      price: PRICES[below(PRICES.length)]!,
    };
  });
}
