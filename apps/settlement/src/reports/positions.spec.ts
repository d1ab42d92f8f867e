import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#flexoffer';
import { WHOLE_TO_PROSUMER } from '#settlement';
import type { ContractVersion } from '../contracts/contract-terms.js';
import type { DeviceDelivery } from '../deliveries/known-deliveries.js';
import { positions } from './positions.js';

const delivery = (interval: number, deviceId?: string): DeviceDelivery => ({
  tradeId: `t${interval}`,
  flexOfferId: 'fo',
  participantId: 'house',
  ...(deviceId === undefined ? {} : { deviceId }),
  interval,
  orderedWh: 100,
  defaultWh: 300,
  scheduledWh: 200,
  price: 100_000,
  transferPrice: 0,
  buyerId: 'dso',
  sellerId: 'aggregator',
  gridNode: 'lu',
  tradedAt: '2024-03-11T23:00:00Z',
});

const contract = (version: number, validFrom: number): ContractVersion => ({
  id: 'c',
  version,
  participantId: 'house',
  currency: 'EUR',
  baselineMethod: 'mid-8-of-10',
  penaltyPerKwh: 0,
  toleranceWh: 0,
  shares: WHOLE_TO_PROSUMER,
  validFrom,
});

describe('positions', () => {
  it('ST-04 keep meters and contracts apart, in an order that does not depend on that of the deliveries', () => {
    const deliveries = [
      delivery(10, 'heat'),
      delivery(20, 'heat'),
      delivery(20, 'car'),
      delivery(30),
      delivery(5, 'car'),
    ];
    const meters = new Map([
      ['heat', { meterId: 'm1' }],
      ['car', { meterId: 'm2' }],
    ]);
    const contracts = [contract(1, instantOf(10)), contract(2, instantOf(20))];
    const described = (list: readonly DeviceDelivery[]): unknown[] =>
      positions(list, meters, contracts).map((position) => [
        position.meterId,
        position.contract?.version,
        position.deliveries.map(({ interval }) => interval),
      ]);
    const expected = [
      [undefined, 2, [30]],
      ['m1', 1, [10]],
      ['m1', 2, [20]],
      ['m2', undefined, [5]],
      ['m2', 2, [20]],
    ];
    expect(described(deliveries)).toEqual(expected);
    expect(described(deliveries.toReversed())).toEqual(expected);
  });
});
