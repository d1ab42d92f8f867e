import { intervalOf, type Instant, type IntervalIndex } from '#flexoffer';

const MINUTE = 60_000;

/** How the platform is set up: one gate in each round, far from the polls before it. */
export const MARKET_SETTINGS: NodeJS.ProcessEnv = {
  ATP_GATE_INTERVAL_SECONDS: '300',
  ATP_PUBLICATION_LEAD_SECONDS: '60',
  ATP_GATE_CLOSURE_SECONDS: '300',
  ATP_START_TOLERANCE_INTERVALS: '4',
  ATP_TIME_FLEXIBILITY_TOLERANCE_INTERVALS: '0',
  ATP_ZONE_DEPTH: '2',
  ATP_LOG_LEVEL: 'warn',
};

/**
 * One run: offers come, are published, and trade in one gate. The next round begins in the next quarter-hour.
 *
 * ```
 * :00 polls    :04 published    :04:59    :05 the gate closes    :10 what has not traded lapses    :15 next round
 * ```
 */
export interface Round {
  readonly number: number;
  readonly polls: Instant;
  readonly beforeGate: Instant;
  readonly gate: Instant;
  readonly assignmentBefore: Instant;
  /** Every offer starts in this interval or later. */
  readonly firstStart: IntervalIndex;
}

export const FIRST_ROUND: Instant = Date.parse('2026-01-15T06:00:00Z');

/** After the gate closure, with room to spare. */
const INTERVALS_AHEAD = 4;

export function roundOf(number: number): Round {
  const polls = FIRST_ROUND + number * 15 * MINUTE;
  return { number, polls, ...gateTimes(polls) };
}

/** When the one gate of a round closes that begins at an instant, and what follows from it. */
export function gateTimes(
  begin: Instant,
): Pick<Round, 'beforeGate' | 'gate' | 'assignmentBefore' | 'firstStart'> {
  return {
    beforeGate: begin + 5 * MINUTE - 1000,
    gate: begin + 5 * MINUTE,
    assignmentBefore: begin + 10 * MINUTE,
    firstStart: intervalOf(begin) + INTERVALS_AHEAD,
  };
}
