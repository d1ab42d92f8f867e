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

const PRICE = (5 * HIGHEST_ASKED) / 1_000_000;

/** For each zone, in every interval, more than its offers can do there: so every offer finds a buyer. */
export function buyRequests(offers: readonly TradeOffer[], round: Round): BuyRequest[] {
  return ZONES.map((zone) => ({
    requestId: `request-${round.number}-${zone.node}`,
    startTime: formatInstant(instantOf(round.firstStart)),
    intervalLength: 900,
    scheduleChange: changesWh(zone, offers).map(kwhOfWh),
    energyPrice: Array.from({ length: HORIZON_INTERVALS }, () => PRICE),
    gridNode: zone.node,
  }));
}

function changesWh(zone: Zone, offers: readonly TradeOffer[]): number[] {
  const mostWh = offers
    .filter(({ device }) => zoneOfDevice(device) === zone)
    .reduce((sum, { slices }) => sum + Math.max(...slices.map(({ upperWh }) => upperWh)), 0);
  return Array.from({ length: HORIZON_INTERVALS }, () => (zone.asks === 'less' ? mostWh : -mostWh));
}
