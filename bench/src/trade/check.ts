import { intervalOf, type IntervalIndex, type WattHours } from '#flexoffer';
import { WrongResult } from '../benchmark.js';
import type { HttpClient } from '../http-client.js';
import type { DemandSchedule } from './communication.js';
import type { TradeOffer } from './offers.js';
import type { Round } from './round.js';

interface TradeAnswer {
  readonly gateId: string;
  readonly sellOrderId: string;
  readonly intervalStart: string;
  readonly changeKwh: number;
}

interface AggregateAnswer {
  readonly orderId: string;
  readonly memberCount: number;
}

/** Fewer would not measure what the size says. */
const LEAST_SHARE_TRADED = 0.95;

/**
 * Holds what the devices received against what they offered and against what the market says was traded.
 *
 * @throws WrongResult unless both agree
 */
export async function checkRound(
  platform: HttpClient,
  admin: string,
  round: Round,
  offers: readonly TradeOffer[],
  schedules: ReadonlyMap<string, DemandSchedule>,
): Promise<void> {
  const byId = new Map(offers.map((offer) => [offer.flexibilityId, offer]));
  const moved = new Map<string, WattHours>();
  for (const schedule of schedules.values()) {
    const offer = byId.get(schedule.flexibilityId);
    if (offer === undefined)
      throw new WrongResult(`a schedule for ${schedule.flexibilityId}, which nobody offered`);
    const fault = boundsFault(offer, schedule);
    if (fault !== undefined) throw new WrongResult(`${schedule.flexibilityId}: ${fault}`);
    addChange(moved, offer, schedule);
  }
  const gateId = `gate-${new Date(round.gate).toISOString().replace('.000', '')}`;
  const trades = (await platform.list<TradeAnswer>('/market/v1/trades?', admin)).filter(
    (trade) => trade.gateId === gateId,
  );
  const traded = await offersIn(platform, admin, new Set(trades.map(({ sellOrderId }) => sellOrderId)));
  if (traded !== schedules.size)
    throw new WrongResult(`${traded} offers were traded, ${schedules.size} devices have schedules`);
  if (traded < LEAST_SHARE_TRADED * offers.length)
    throw new WrongResult(`only ${traded} of ${offers.length} offers were traded`);
  checkEnergy(trades, moved);
}

/** What is wrong with a schedule; undefined if its device can follow it. */
export function boundsFault(offer: TradeOffer, schedule: DemandSchedule): string | undefined {
  const start = intervalOf(Date.parse(schedule.startTime));
  if (start < offer.startAfter || start > offer.startBefore) return 'starts outside its window';
  const energiesWh = energiesOf(schedule);
  if (energiesWh.length !== offer.slices.length) return 'has another length';
  const wrong = offer.slices.findIndex(
    ({ lowerWh, upperWh }, slice) => energiesWh[slice]! < lowerWh || energiesWh[slice]! > upperWh,
  );
  return wrong < 0 ? undefined : `slice ${wrong} is outside its bounds`;
}

function energiesOf({ scheduleSlices }: DemandSchedule): WattHours[] {
  return scheduleSlices.flatMap(({ duration, energyAmount }) =>
    duration === 1 ? [Math.round(energyAmount * 1000)] : [],
  );
}

/** Adds default minus schedule, the buyer's sign, to what is moved in each interval and direction. */
function addChange(moved: Map<string, WattHours>, offer: TradeOffer, schedule: DemandSchedule): void {
  const change = new Map<IntervalIndex, WattHours>();
  const add = (interval: IntervalIndex, energyWh: WattHours): Map<IntervalIndex, WattHours> =>
    change.set(interval, (change.get(interval) ?? 0) + energyWh);
  offer.defaultWh.forEach((energyWh, slice) => add(offer.startAfter + slice, energyWh));
  const start = intervalOf(Date.parse(schedule.startTime));
  energiesOf(schedule).forEach((energyWh, slice) => add(start + slice, -energyWh));
  for (const [interval, energyWh] of change) {
    const side = sideOf(interval, energyWh);
    moved.set(side, (moved.get(side) ?? 0) + Math.abs(energyWh));
  }
}

const sideOf = (interval: IntervalIndex, changeWh: WattHours): string =>
  `${interval} ${changeWh > 0 ? 'less' : 'more'}`;

async function offersIn(platform: HttpClient, admin: string, orderIds: ReadonlySet<string>): Promise<number> {
  const aggregates = await platform.list<AggregateAnswer>('/fman/v1/aggregates?state=traded', admin);
  return aggregates
    .filter(({ orderId }) => orderIds.has(orderId))
    .reduce((sum, { memberCount }) => sum + memberCount, 0);
}

/** Nothing is sold that nobody does; a rebound is done and sold to nobody. */
function checkEnergy(trades: readonly TradeAnswer[], moved: ReadonlyMap<string, WattHours>): void {
  const left = new Map(moved);
  for (const { intervalStart, changeKwh } of trades) {
    const changeWh = Math.round(changeKwh * 1000);
    const side = sideOf(intervalOf(Date.parse(intervalStart)), changeWh);
    left.set(side, (left.get(side) ?? 0) - Math.abs(changeWh));
  }
  for (const [side, energyWh] of left)
    if (energyWh < 0) throw new WrongResult(`${-energyWh} Wh (${side}) were traded that no schedule has`);
}
