import type { AskedPrice } from '../flex-offer.js';
import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import { instantOf, intervalOf, type IntervalIndex } from '../time.js';
import { CONSTRAINTS } from './known-fields.js';
import type { MessageFields } from './message-fields.js';
import { isSamePrice, readPrice } from './read-price.js';
import type { ReadSlice } from './read-slice.js';
import type { SignConvention } from './sign.js';

export interface StartWindow {
  readonly startAfter: IntervalIndex;
  readonly startBefore: IntervalIndex;
}

/**
 * The prices of the slices from prices by the clock, `flexOfferTariffConstraint` or `flexOfferPriceConstraints`:
 *
 * ```
 * {"startTime": ..., "priceSlices": [{"duration": 4, "priceConstraint": {...}}, ...]}
 *
 * prices    |   p0   |        p1        |     p2      |
 * profile        |  0  |   1   |   2    |  3  |                slice 0 lies in two prices: refused
 * ```
 *
 * Only an offer that starts at one fixed time, with slices of fixed durations, each of which lies in one price, has
 * them; for others the clock would decide the price, and they are refused. Undefined if there are none.
 */
export function readProfilePrices(
  fields: MessageFields,
  slices: readonly ReadSlice[],
  window: StartWindow | undefined,
  sign: SignConvention,
): readonly AskedPrice[] | undefined {
  const found = fields.findAnyCase(CONSTRAINTS.profilePrice);
  if (found === undefined) return undefined;
  const refuse = (message: string): undefined => fields.fault(found.name, `prices by the clock ${message}`);
  const constraint = Array.isArray(found.value)
    ? fields.objects(1, found.name)?.[0]
    : fields.object(found.name);
  if (constraint === undefined) return Array.isArray(found.value) ? refuse('must have one entry') : undefined;
  const clock = readClock(constraint, sign);
  if (clock === undefined || window === undefined) return undefined;
  if (window.startAfter !== window.startBefore)
    return refuse('need a fixed start (startAfterTime = startBeforeTime)');
  if (slices.some(({ minDuration, maxDuration }) => minDuration !== maxDuration))
    return refuse('need slices of fixed durations');
  const prices = pricesOfSlices(slices, clock, window.startAfter);
  if (prices === undefined) return refuse('must cover the whole profile, each slice with one price');
  const contradicts = slices.some(({ price }, index) => {
    const other = prices[index];
    return price !== undefined && other !== undefined && !isSamePrice(price, other);
  });
  return contradicts ? refuse('contradict the prices of the slices') : prices;
}

interface Clock {
  readonly start: IntervalIndex;
  readonly prices: readonly AskedPrice[];
}

/** One price for each interval from the start on. */
function readClock(constraint: MessageFields, sign: SignConvention): Clock | undefined {
  const instant = constraint.instant('start');
  if (!constraint.has('startTime', 'startInterval')) return constraint.fault('startTime', 'is missing');
  const entries = constraint.objects(MOST_INTERVALS, 'priceSlices', 'tariffSlices');
  if (!constraint.has('priceSlices', 'tariffSlices')) return constraint.fault('priceSlices', 'is missing');
  const prices: AskedPrice[] = [];
  for (const entry of entries ?? []) {
    const duration = entry.integer('duration') ?? 1;
    const price = readPrice(entry, sign);
    if (price === undefined) return entry.fault('priceConstraint', 'is missing');
    if (duration < 1 || prices.length + duration > MOST_INTERVALS)
      return entry.fault('duration', `must be at least 1, and all together at most ${MOST_INTERVALS}`);
    for (let count = 0; count < duration; count += 1) prices.push(price);
  }
  if (instant === undefined) return undefined;
  if (instantOf(intervalOf(instant)) !== instant)
    return constraint.fault('startTime', 'must be the start of an interval');
  return { start: intervalOf(instant), prices };
}

function pricesOfSlices(
  slices: readonly ReadSlice[],
  clock: Clock,
  start: IntervalIndex,
): readonly AskedPrice[] | undefined {
  let first = start - clock.start;
  const prices: AskedPrice[] = [];
  for (const { minDuration } of slices) {
    const covering = first < 0 ? [] : clock.prices.slice(first, first + minDuration);
    const [price] = covering;
    if (price === undefined || covering.length < minDuration) return undefined;
    if (!covering.every((each) => isSamePrice(each, price))) return undefined;
    prices.push(price);
    first += minDuration;
  }
  return prices;
}
