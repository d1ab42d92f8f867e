import type { FlexOffer } from '../flex-offer.js';
import type { Result } from '../result.js';
import { readPlainFlexOffer } from './plain/plain-flex-offer.js';
import { readAnyFlexOffer } from './read-any-flex-offer.js';
import type { ReadOptions } from './read-options.js';

/**
 * A FlexOffer from a message of any of the five forms (`recogniseDialect`). Energies become consumption-positive whole
 * watt-hours (bounds rounded inwards), times market time. The form and the fields that are not known are kept as the
 * offer's `origin`; constraints that are known but cannot be carried are refused by name. All faults are returned.
 *
 * Reading is not accepting: whether deadlines, windows and energies make sense is for `acceptanceFaults`.
 */
export function readFlexOffer(json: unknown, options: ReadOptions): Result<FlexOffer> {
  const plain = readPlainFlexOffer(json, options);
  return plain === undefined ? readAnyFlexOffer(json, options) : { ok: true, value: plain };
}
