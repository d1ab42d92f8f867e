import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';

const WELL_FORMED = /^[^\s\p{C}]{1,200}$/u;

/** The id and the owner are 1 to 200 visible characters without spaces, so that they can stand in paths, files and logs. */
export function wellFormedIds(offer: FlexOffer): Fault[] {
  return (['id', 'offeredById'] as const)
    .filter((field) => !WELL_FORMED.test(offer[field]))
    .map((field) => ({ path: field, message: 'must be 1 to 200 visible characters without spaces' }));
}
