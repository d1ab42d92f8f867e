import type { Effort } from '../effort.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import type { Arrangement } from './arrangement.js';
import type { Proposals } from './proposals.js';

/** Temperatures at the beginning and at the end, as shares of what a move changes on the average. */
export interface Cooling {
  readonly hot: number;
  readonly cold: number;
}

/** Moves looked at to learn what a move changes on the average. */
const SAMPLES = 200;
const MOVES_PER_TEMPERATURE = 256;
/** An interval that is looked at for a move is this much more work than one for a response. */
const WORK_PER_INTERVAL = 8;
/** A limited unit needs so many looks at an interval to fit its energies. */
const LOOKS_OF_A_FIT = 24;

/**
 * Simulated annealing (S. Kirkpatrick, C. Gelatt, M. Vecchi, Science 220, 1983): moves that cost less are done, and others
 * with a probability that falls with what they cost and as it gets colder.
 *
 * Yields the arrangement after every share of the moves, so that somebody else can look at what has been reached.
 */
export function* anneal(
  portfolio: Portfolio,
  arrangement: Arrangement,
  proposals: Proposals,
  random: () => number,
  { moves, looks, cooling, effort }: { moves: number; looks: number; cooling: Cooling; effort: Effort },
): Generator<Arrangement, void> {
  if (proposals.count === 0) return;
  const scale = meanChange(portfolio, arrangement, proposals, effort);
  const end = Math.log(cooling.cold / cooling.hot);
  let temperature = 0;
  for (let move = 0; move < moves; move += 1) {
    if (move % MOVES_PER_TEMPERATURE === 0)
      temperature = scale * cooling.hot * Math.exp((end * move) / moves);
    proposals.next();
    const { unit, start } = proposals;
    if (portfolio.isOpen[unit] === 0 || arrangement.startOf[unit] !== start) {
      effort.used += workOfMove(portfolio, unit);
      const more = arrangement.see(unit, start);
      if (more <= 0 || random() < Math.exp(-more / temperature)) arrangement.take(unit, start);
    }
    if (Math.floor(((move + 1) * looks) / moves) > Math.floor((move * looks) / moves)) yield arrangement;
  }
}

function meanChange(
  portfolio: Portfolio,
  arrangement: Arrangement,
  proposals: Proposals,
  effort: Effort,
): number {
  let sum = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    proposals.next();
    effort.used += workOfMove(portfolio, proposals.unit);
    sum += Math.abs(arrangement.see(proposals.unit, proposals.start));
  }
  return sum / SAMPLES;
}

function workOfMove({ isOpen, firstCell, parts }: Portfolio, unit: number): number {
  if (isOpen[unit] === 1) return 2 * WORK_PER_INTERVAL * (firstCell[unit + 1]! - firstCell[unit]!);
  return LOOKS_OF_A_FIT * WORK_PER_INTERVAL * parts[unit]!.reduce((sum, { length }) => sum + length, 0);
}
