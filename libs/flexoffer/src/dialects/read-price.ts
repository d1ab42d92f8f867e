import type { AskedPrice, MicroPerKwh } from '../flex-offer.js';
import type { MessageFields } from './message-fields.js';
import type { SignConvention } from './sign.js';

const MICRO = 1_000_000;
const HIGHEST_READ = 1e6;

/**
 * The asked price of an offer from the prices of its slices. In the sender's own sign `maxTariff` is what it asks
 * for a positive change of its energy and `-minTariff` for a negative one, so up and down change places with the
 * sign. Prices are rounded to the nearest millionth. Slices without a price have the price of the others; without
 * any, the price is 0. One offer has one price: slices that differ are refused.
 */
export function readPrice(slices: readonly MessageFields[], sign: SignConvention): AskedPrice {
  let asked: AskedPrice | undefined;
  for (const slice of slices) {
    const constraint = slice.object('tariffConstraint', 'priceConstraint');
    if (constraint === undefined) continue;
    const price = readConstraint(constraint, sign);
    if (asked !== undefined && (asked.up !== price.up || asked.down !== price.down)) {
      slice.fault('tariffConstraint', 'prices that differ between slices are not supported yet');
    }
    asked ??= price;
  }
  return asked ?? { up: 0, down: 0 };
}

function readConstraint(constraint: MessageFields, sign: SignConvention): AskedPrice {
  const positive = readMicro(constraint, 'maxTariff', 'maxPrice', 'maxprice');
  const negative = 0 - readMicro(constraint, 'minTariff', 'minPrice', 'minprice');
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
