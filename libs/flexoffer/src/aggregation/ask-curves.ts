import type { MicroPerKwh, WattHours } from '../flex-offer.js';
import type { Aggregate } from './aggregate-of.js';
import { memberEnergies } from './member-energies.js';
import { memberPrices } from './member-prices.js';

/** So much energy can be had at one price. */
export interface AskStep {
  readonly priceMicroPerKwh: MicroPerKwh;
  /** Above 0. */
  readonly energyWh: WattHours;
}

/** What each further kWh costs: steps by ascending price, no two of the same. */
export type AskCurve = readonly AskStep[];

/** The two ways away from the default in one interval. */
export interface IntervalAsks {
  /** More consumption or less production. */
  readonly up: AskCurve;
  /** Less consumption or more production. */
  readonly down: AskCurve;
}

/**
 * The marginal cost of moving an aggregate away from its default, for each of its intervals: what its members ask
 * and the room that each has between its default and its bounds.
 *
 * ```
 * member A   3 Wh up for 10, member B   2 Wh up for 40, member C   1 Wh up for 10
 * up         4 Wh at 10, 2 Wh at 40
 * ```
 * The whole curve is the room of the aggregate. One pass over the members' profiles; energies per direction in Wh,
 * positive, prices as in `AskedPrice`.
 */
export function askCurves({ members }: Pick<Aggregate, 'members'>): IntervalAsks[] {
  const intervals: { up: Map<MicroPerKwh, WattHours>; down: Map<MicroPerKwh, WattHours> }[] = [];
  for (const { offer, offsetIntervals } of members) {
    const { lowerWh, defaultWh, upperWh } = memberEnergies(offer);
    memberPrices(offer).forEach((price, unit) => {
      const usual = defaultWh[unit] ?? 0;
      while (intervals.length <= offsetIntervals + unit) intervals.push({ up: new Map(), down: new Map() });
      const asks = intervals[offsetIntervals + unit];
      if (asks === undefined) return;
      add(asks.up, price.up, (upperWh[unit] ?? usual) - usual);
      add(asks.down, price.down, usual - (lowerWh[unit] ?? usual));
    });
  }
  return intervals.map(({ up, down }) => ({ up: curveOf(up), down: curveOf(down) }));
}

function add(rooms: Map<MicroPerKwh, WattHours>, price: MicroPerKwh, room: WattHours): void {
  if (room > 0) rooms.set(price, (rooms.get(price) ?? 0) + room);
}

function curveOf(rooms: ReadonlyMap<MicroPerKwh, WattHours>): AskCurve {
  return [...rooms]
    .map(([priceMicroPerKwh, energyWh]) => ({ priceMicroPerKwh, energyWh }))
    .sort((a, b) => a.priceMicroPerKwh - b.priceMicroPerKwh);
}
