import {
  readFlexOffer,
  unitBounds,
  type Fault,
  type FlexOffer,
  type MicroPerKwh,
  type ReadOptions,
  type Result,
  type Slice,
  type WattHours,
} from '#flexoffer';
import type { OrderedEnergy } from '#messages';
import { requestFormFaults } from './request-form.js';

type Json = Readonly<Record<string, unknown>>;

const SLICES = 'flexOfferProfileConstraints';

/**
 * A request for a change, written as a FlexOffer: its slices say how much more production or less consumption is
 * wanted (negative: the reverse), starting at one fixed time, and their tariffs what is paid for it at most:
 *
 * ```
 * lower  upper   wanted
 *     2      2   +2 kWh    up to maxTariff per kWh
 *     0      2   +2 kWh    the same: requests are served in part, too
 *    -2      0   -2 kWh    up to -minTariff per kWh
 * ```
 * A slice of several intervals is spread evenly; intervals without a wanted change are left out.
 */
export function readBuyRequest(json: Json, options: Omit<ReadOptions, 'sign'>): Result<OrderedEnergy[]> {
  const misfits = requestFormFaults(json, options.path);
  if (misfits.length > 0) return { ok: false, faults: misfits };
  const slices: unknown = json[SLICES];
  const untariffed = Array.isArray(slices) ? { ...json, [SLICES]: slices.map(withoutTariff) } : json;
  const read = readFlexOffer(untariffed, { ...options, sign: 'consumption-positive' });
  if (!read.ok) return read;
  const path = options.path === undefined ? '' : `${options.path}.`;
  const faults = fixedFaults(read.value, options.gridNode, path);
  const intervals: OrderedEnergy[] = [];
  let interval = read.value.startAfter;
  for (const [index, slice] of read.value.slices.entries()) {
    const place = `${path}${SLICES}[${index}]`;
    const wanted = wantedIn(slice, place, faults);
    const price =
      wanted === 0 ? 0 : priceOf(Array.isArray(slices) ? slices[index] : undefined, wanted, place, faults);
    const spread = unitBounds({ slices: [{ ...slice, lowerWh: wanted, upperWh: wanted }] });
    for (const changeWh of spread.lowerWh) {
      if (changeWh !== 0) intervals.push({ interval, changeWh, price });
      interval += 1;
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: intervals };
}

/** Unlike an offer, a request may have another price in each slice; so prices are read here, not by the library. */
function withoutTariff(slice: unknown): unknown {
  if (!isJson(slice)) return slice;
  return Object.fromEntries(Object.entries(slice).filter(([name]) => name !== 'tariffConstraint'));
}

function fixedFaults(offer: FlexOffer, gridNode: string, path: string): Fault[] {
  const faults: Fault[] = [];
  if (offer.startBefore !== offer.startAfter)
    faults.push({
      path: `${path}startBeforeTime`,
      message: 'must equal startAfterTime: a request has a fixed time',
    });
  if (offer.gridNode !== gridNode)
    faults.push({ path: `${path}locationID`, message: `must be ${gridNode}, the node of the order` });
  return faults;
}

function wantedIn({ lowerWh, upperWh, ...slice }: Slice, path: string, faults: Fault[]): WattHours {
  if (slice.maxDuration !== slice.minDuration)
    faults.push({
      path: `${path}.maxDuration`,
      message: 'must equal minDuration: a request has a fixed time',
    });
  if (lowerWh === upperWh || upperWh === 0) return lowerWh;
  if (lowerWh === 0) return upperWh;
  faults.push({
    path: `${path}.energyConstraintList`,
    message: 'must be one energy twice, or 0 and the energy that is wanted',
  });
  return 0;
}

const MICRO = 1_000_000;
const HIGHEST_READ = 1e6;

function priceOf(slice: unknown, wanted: WattHours, path: string, faults: Fault[]): MicroPerKwh {
  const tariffs: unknown = isJson(slice) ? slice['tariffConstraint'] : undefined;
  const name = wanted > 0 ? 'maxTariff' : 'minTariff';
  const tariff: unknown = isJson(tariffs) ? tariffs[name] : undefined;
  if (typeof tariff === 'number' && Math.abs(tariff) <= HIGHEST_READ)
    return Math.round((wanted > 0 ? tariff : -tariff) * MICRO) + 0;
  faults.push({
    path: `${path}.tariffConstraint.${name}`,
    message: 'must be a number: what is paid per kWh at most',
  });
  return 0;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
