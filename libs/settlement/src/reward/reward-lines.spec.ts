import { describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { CONTRACT, TEN_O_CLOCK, tradedDelivery } from '../../test/arbitraries.js';
import { ZONE } from '../../test/readings.js';
import { settleParticipant } from '../report/settle-participant.js';
import type { RewardFacts } from './reward-facts.js';
import { rewardedMonths } from './rewarded-months.js';

const REWARDS = {
  fixedPerMonth: 5_000_000,
  energyFlexPerKwh: 10_000,
  timeFlexPerInterval: 2_000,
  activationFixed: 100_000,
  activationPerKwh: 50_000,
  activationPerStartInterval: 7_000,
};
const ACTIVATED = {
  flexOfferId: 'offer-1',
  interval: TEN_O_CLOCK,
  energyFlexWh: 4500,
  timeFlexIntervals: 12,
  startShiftIntervals: 4,
};
const UNSOLD = { ...ACTIVATED, flexOfferId: 'offer-2', energyFlexWh: 1001, startShiftIntervals: null };

function settled(facts: RewardFacts, actualWh: number | null = 9000) {
  return settleParticipant({
    from: TEN_O_CLOCK,
    to: TEN_O_CLOCK + 96,
    contract: { ...CONTRACT, rewards: REWARDS },
    deliveries: [tradedDelivery({})],
    rewards: facts,
    actualWh: () => actualWh ?? undefined,
    baselineWh: () => ({ ok: true, baselineWh: 10_000 }),
  });
}

describe('the rewards of a delegated contract', () => {
  it('ST-05 pays each kWh delivered, in place of the price, and leaves the rest of it to the aggregator', () => {
    const [line] = settled({ months: [], offers: [] }).lines;
    expect(line).toMatchObject({
      deliveredWh: 1000,
      grossAmount: '7.000000',
      amount: '0.050000',
      operatorAmount: '0.700000',
      aggregatorAmount: '6.250000',
    });
  });

  it('ST-05 pays the month by days, flexibility whether bought or not, and activation as far as delivered', () => {
    const facts = { months: [{ month: '2024-02', days: 10 }], offers: [UNSOLD, ACTIVATED] };
    const { rewards, totals } = settled(facts);
    expect(rewards.map(({ reward, of, amount }) => [reward, of, amount])).toEqual([
      ['fixedPerMonth', '2024-02', '1.724138'],
      ['energyFlexPerKwh', 'offer-1', '0.045000'],
      ['timeFlexPerInterval', 'offer-1', '0.024000'],
      ['activationFixed', 'offer-1', '0.050000'],
      ['activationPerStartInterval', 'offer-1', '0.014000'],
      ['energyFlexPerKwh', 'offer-2', '0.010010'],
      ['timeFlexPerInterval', 'offer-2', '0.024000'],
    ]);
    expect(totals).toMatchObject({ rewards: '1.891148', amount: '1.941148', net: '-9.058852' });
  });

  it('ST-05 does not know what an activation earns before the meter is read', () => {
    const { rewards } = settled({ months: [], offers: [ACTIVATED] }, null);
    expect(rewards.map(({ reward, amount, missing }) => [reward, amount, missing])).toEqual([
      ['energyFlexPerKwh', '0.045000', undefined],
      ['timeFlexPerInterval', '0.024000', undefined],
      ['activationFixed', null, 'delivery'],
      ['activationPerStartInterval', null, 'delivery'],
    ]);
  });
});

describe('the days that count for the month', () => {
  const at = (instant: string): number => intervalOf(Date.parse(instant));
  const always = (): boolean => true;

  it('ST-05 are those that begin in the period, each in its month', () => {
    const period = { from: at('2024-03-29T12:00:00Z'), to: at('2024-04-02T12:00:00Z') };
    expect(rewardedMonths(period, ZONE, always)).toEqual([
      { month: '2024-03', days: 2 },
      { month: '2024-04', days: 2 },
    ]);
  });

  it('ST-05 count once in periods that follow each other, also where a contract changes', () => {
    const [a, b, c] = ['2024-03-01T00:00:00Z', '2024-03-17T09:30:00Z', '2024-04-01T05:00:00Z'].map(at);
    const [from = 0, middle = 0, to = 0] = [a, b, c];
    const daysIn = (start: number, end: number, isInForce: (interval: number) => boolean): number =>
      rewardedMonths({ from: start, to: end }, ZONE, isInForce).reduce((sum, { days }) => sum + days, 0);
    const changed = at('2024-03-10T11:00:00Z');
    const parts = [
      daysIn(from, middle, (interval) => interval < changed),
      daysIn(from, middle, (interval) => interval >= changed),
      daysIn(middle, to, always),
    ];
    expect(parts).toEqual([9, 7, 15]);
    expect(daysIn(from, to, always)).toBe(31);
  });
});
