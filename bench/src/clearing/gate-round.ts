import type { Instant, IntervalIndex } from '#flexoffer';
import { FIRST_ROUND, gateTimes, MARKET_SETTINGS } from '../trade/round.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How the platform is set up: one gate in each round, far from the offers before it. */
export const GATE_SETTINGS: NodeJS.ProcessEnv = {
  ...MARKET_SETTINGS,
  ATP_START_TOLERANCE_INTERVALS: '0',
  ATP_BODY_LIMIT_BYTES: String(1 << 26),
};

/**
 * One gate with all that is for sale in it. The next begins when nothing of this one can be bought any more.
 *
 * ```
 * :00 offers come    :02 accepted by    :04 published    :04:59    :05 the gate closes    :10 assigned by    9 h: next
 * ```
 */
export interface GateRound {
  readonly number: number;
  readonly begin: Instant;
  readonly beforeGate: Instant;
  readonly gate: Instant;
  readonly acceptanceBefore: Instant;
  readonly assignmentBefore: Instant;
  /** Every offer starts in this interval or later. */
  readonly firstStart: IntervalIndex;
}

export function gateRound(number: number): GateRound {
  const begin = FIRST_ROUND + number * 9 * HOUR;
  return { number, begin, acceptanceBefore: begin + 2 * MINUTE, ...gateTimes(begin) };
}
