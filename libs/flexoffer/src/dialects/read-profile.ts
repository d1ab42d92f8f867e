import type { AskedPrice, EnergyBounds, Slice } from '../flex-offer.js';
import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import { deriveBounds } from './derive-bounds.js';
import type { EnergyScale } from './energy-scale.js';
import { CONSTRAINTS } from './known-fields.js';
import { isJsonObject, type MessageFields } from './message-fields.js';
import { isSamePrice } from './read-price.js';
import { readProfilePrices, type StartWindow } from './read-profile-prices.js';
import { readSlice, type ReadSlice } from './read-slice.js';
import { holdsTotalsOnly, readTotals } from './read-totals.js';

const PROFILE = 'flexOfferProfileConstraints';

export interface Profile {
  readonly slices: readonly Slice[];
  readonly price: AskedPrice;
  readonly totalEnergy?: EnergyBounds;
  readonly runningTotal?: readonly EnergyBounds[];
}

/** A profile, and for every slice of it the object of the message that it came from. */
export interface ReadProfile {
  readonly profile: Profile;
  readonly sources: readonly MessageFields[];
}

/**
 * The slices with their prices, and the totals; undefined if any of it is faulty.
 *
 * @param window the start window, if it could be read
 */
export function readProfile(
  fields: MessageFields,
  scale: EnergyScale,
  window: StartWindow | undefined,
): ReadProfile | undefined {
  const name = profileName(fields);
  // One more than the slices, which may hold the totals. The slices themselves are counted below.
  const entries = fields.objects(MOST_INTERVALS + 2, name);
  const own = entries?.filter((entry) => !holdsTotalsOnly(entry)) ?? [];
  if (!fields.has(name) || (entries !== undefined && own.length === 0 && !hasEntries(fields, name)))
    fields.fault(name, 'must list at least one slice');
  const read = own.map((entry) => readSlice(entry, scale)).filter((slice) => slice !== undefined);
  const isWhole = own.length > 0 && read.length === own.length;
  if (read.reduce((length, slice) => length + slice.minDuration, 0) > MOST_INTERVALS)
    return fields.fault(name, `must last at most ${MOST_INTERVALS} intervals`);
  const profilePrices = readProfilePrices(fields, read, window, scale.sign);
  const bounds = isWhole ? deriveBounds(read) : undefined;
  const slices = bounds === undefined ? undefined : layOut(read, bounds, profilePrices);
  const totals = readTotals(fields, entries ?? [], scale, slices?.profile.slices);
  return slices === undefined ? undefined : { ...slices, profile: { ...slices.profile, ...totals } };
}

/** The specification's section 2.5 has a name of its own for the profile of an uncertain offer. */
function profileName(fields: MessageFields): string {
  const uncertain = fields.findAnyCase(CONSTRAINTS.uncertainProfile)?.name ?? PROFILE;
  return fields.find(PROFILE, 'slices', uncertain)?.name ?? PROFILE;
}

/** Whether a list has entries, of whatever kind: then they are what is faulty. */
function hasEntries(fields: MessageFields, name: string): boolean {
  const value = fields.find(name)?.value;
  return Array.isArray(value) && value.some((entry) => !isJsonObject(entry));
}

/** The slices as they are inside. Whatever price comes first is the offer's; a slice has its own where it differs. */
function layOut(
  read: readonly ReadSlice[],
  bounds: readonly (readonly EnergyBounds[])[],
  profilePrices: readonly AskedPrice[] | undefined,
): ReadProfile {
  const prices = profilePrices ?? read.map((slice) => slice.price);
  const price = prices.find((each) => each !== undefined) ?? { up: 0, down: 0 };
  const sources: MessageFields[] = [];
  const slices: Slice[] = [];
  read.forEach(({ fields, minDuration, maxDuration, dependency, uncertainty }, index) => {
    const own = prices[index];
    const units = bounds[index] ?? [];
    for (const unit of units) {
      sources.push(fields);
      slices.push({
        ...unit,
        minDuration: units.length === 1 ? minDuration : 1,
        maxDuration: units.length === 1 ? maxDuration : 1,
        ...(own === undefined || isSamePrice(own, price) ? {} : { price: own }),
        ...(dependency === undefined ? {} : { dependency }),
        ...(uncertainty === undefined ? {} : { uncertainty }),
      });
    }
  });
  return { profile: { slices, price }, sources };
}
