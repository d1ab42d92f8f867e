import { intervalOf, type Instant, type IntervalIndex } from '#flexoffer';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How the platform is set up: one gate in each round, far from the offers before it. */
export const GATE_SETTINGS: NodeJS.ProcessEnv = {
  ATP_GATE_INTERVAL_SECONDS: '300',
  ATP_PUBLICATION_LEAD_SECONDS: '60',
  ATP_GATE_CLOSURE_SECONDS: '300',
  ATP_START_TOLERANCE_INTERVALS: '0',
  ATP_TIME_FLEXIBILITY_TOLERANCE_INTERVALS: '0',
  ATP_ZONE_DEPTH: '2',
  ATP_LOG_LEVEL: 'warn',
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

export const FIRST_BEGIN: Instant = Date.parse('2026-01-15T06:00:00Z');

/** After the gate closure, with room to spare. */
const INTERVALS_AHEAD = 4;

export function gateRound(number: number): GateRound {
  const begin = FIRST_BEGIN + number * 9 * HOUR;
  return {
    number,
    begin,
    beforeGate: begin + 5 * MINUTE - 1000,
    gate: begin + 5 * MINUTE,
    acceptanceBefore: begin + 2 * MINUTE,
    assignmentBefore: begin + 10 * MINUTE,
    firstStart: intervalOf(begin) + INTERVALS_AHEAD,
  };
}
