import type { AskedPrice, MicroPerKwh } from '../flex-offer.js';
import type { MessageFields } from './message-fields.js';
import type { SignConvention } from './sign.js';

const MICRO = 1_000_000;
const HIGHEST_READ = 1e6;

/**
 * The asked price of one slice; undefined if it has none. In the sender's own sign `maxTariff` is what it asks for a
 * positive change of its energy and `-minTariff` for a negative one, so up and down change places with the sign. The
 * older form's `costPerEnergyUnitLimit` is asked for a change in either direction; the `tariffConstraint` beside it
 * bounds the cost of the slice and is not looked at. Prices are rounded to the nearest millionth.
 */
export function readPrice(slice: MessageFields, sign: SignConvention): AskedPrice | undefined {
  if (slice.has('costPerEnergyUnitLimit')) {
    const either = readMicro(slice, 'costPerEnergyUnitLimit');
    return { up: either, down: either };
  }
  const constraint = slice.object('tariffConstraint', 'priceConstraint');
  if (constraint === undefined) return undefined;
  const positive = readMicro(constraint, 'maxTariff', 'maxPrice', 'maxprice', 'upper');
  const negative = 0 - readMicro(constraint, 'minTariff', 'minPrice', 'minprice', 'lower');
  return sign === 'consumption-positive'
    ? { up: positive, down: negative }
    : { up: negative, down: positive };
}

function readMicro(constraint: MessageFields, ...names: readonly string[]): MicroPerKwh {
  const price = constraint.number(...names) ?? 0;
  if (Math.abs(price) <= HIGHEST_READ) return Math.round(price * MICRO) + 0;
  constraint.fault(constraint.find(...names)?.name ?? '', `must be at most ${HIGHEST_READ} per kWh in size`);
  return 0;
}

/** An asked price as the tariffs of the wire; {@link readPrice} reads it back exactly. */
export function tariffsOf(
  { up, down }: AskedPrice,
  sign: SignConvention,
): { minTariff: number; maxTariff: number } {
  const [positive, negative] = sign === 'consumption-positive' ? [up, down] : [down, up];
  return { minTariff: (0 - negative) / MICRO, maxTariff: positive / MICRO };
}

export function isSamePrice(one: AskedPrice, other: AskedPrice): boolean {
  return one.up === other.up && one.down === other.down;
}
