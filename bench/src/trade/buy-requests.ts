import { formatInstant, instantOf, kwhOfWh } from '#flexoffer';
import { ZONES, zoneOfDevice, type Zone } from './grid.js';
import { HIGHEST_ASKED, HORIZON_INTERVALS, type TradeOffer } from './offers.js';
import type { Round } from './round.js';

/** As a DSO without a DOMS posts it: kWh per quarter-hour (positive: less consumption), prices per kWh. */
export interface BuyRequest {
  readonly requestId: string;
  readonly startTime: string;
  readonly intervalLength: 900;
  readonly scheduleChange: readonly number[];
  readonly energyPrice: readonly number[];
  readonly gridNode: string;
}

/** Asked for even where no offer can change anything: so nobody gains by moving its energy there. */
const LEAST_WH = 1000;
const PRICE = (5 * HIGHEST_ASKED) / 1_000_000;

/** For each zone all that its offers can do in its direction, so that every offer finds a buyer. */
export function buyRequests(offers: readonly TradeOffer[], round: Round): BuyRequest[] {
  return ZONES.map((zone) => ({
    requestId: `request-${round.number}-${zone.node}`,
    startTime: formatInstant(instantOf(round.firstStart)),
    intervalLength: 900,
    scheduleChange: changesWh(zone, offers, round).map(kwhOfWh),
    energyPrice: Array.from({ length: HORIZON_INTERVALS }, () => PRICE),
    gridNode: zone.node,
  }));
}

function changesWh(zone: Zone, offers: readonly TradeOffer[], round: Round): number[] {
  const sign = zone.asks === 'less' ? 1 : -1;
  const changes = Array.from({ length: HORIZON_INTERVALS }, () => 0);
  for (const offer of offers.filter(({ device }) => zoneOfDevice(device) === zone))
    for (const [slice, { lowerWh, upperWh }] of offer.slices.entries()) {
      const interval = offer.startAfter + slice - round.firstStart;
      const usual = offer.defaultWh[slice]!;
      changes[interval]! += sign * (zone.asks === 'less' ? usual - lowerWh : upperWh - usual);
    }
  return changes.map((change) => (change === 0 ? sign * LEAST_WH : change));
}
