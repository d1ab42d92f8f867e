import { describe, expect, it } from '@jest/globals';
import type { Trade } from '../trades/trade.js';
import { isEmpty, totalOf, zoneSeries } from './series.js';
import { isWithin } from './zone.js';

const boundaries = [0, 900_000, 1_800_000, 2_700_000];

const trade = (gridNode: string, intervalStart: number, changeKwh: number): Trade => ({
  tradeId: `${gridNode}-${intervalStart}`,
  gateId: 'g',
  buyerId: 'dso',
  sellerId: 'aggregator',
  gridNode,
  intervalStart,
  changeKwh,
  pricePerKwh: '0.2',
  currency: 'CHF',
});

const nothing = { orders: [], trades: [], energies: [] };

describe('series of a zone', () => {
  it('sum orders and trades of the zone and below per quarter', () => {
    const series = zoneSeries('z.a', boundaries, {
      orders: [
        {
          gridNode: 'z.a',
          intervals: [
            { intervalStart: 0, changeKwh: 5 },
            { intervalStart: 900_000, changeKwh: -2 },
          ],
        },
        { gridNode: 'z.a.f1', intervals: [{ intervalStart: 0, changeKwh: 1.5 }] },
        { gridNode: 'z.ab', intervals: [{ intervalStart: 0, changeKwh: 100 }] },
      ],
      trades: [trade('z.a', 0, 4), trade('z.a.f1.cp2', 0, 1), trade('z.b', 0, 50)],
      energies: [],
    });
    expect(series.asked).toEqual([6.5, -2, null]);
    expect(series.cleared).toEqual([5, null, null]);
  });

  it('leave out what lies before and after the day', () => {
    const trades = [trade('z', -900_000, 1), trade('z', 2_700_000, 1)];
    expect(isEmpty(zoneSeries('z', boundaries, { ...nothing, trades }).cleared)).toBe(true);
  });

  it('tell unknown energy from none', () => {
    const energy = { gridNode: 'z', intervalStart: 0, baselineWh: 1500, scheduledWh: 0, measuredWh: null };
    const series = zoneSeries('z', boundaries, { ...nothing, energies: [energy] });
    expect([series.baseline[0], series.scheduled[0], series.measured[0]]).toEqual([1.5, 0, null]);
  });

  it('total what is known', () => {
    expect(totalOf([1, null, -3])).toBe(-2);
  });
});

describe('grid nodes', () => {
  it('lie within a zone when their path begins with it', () => {
    expect(['z.a', 'z.a.cp1', 'z.ab', 'z'].map((node) => isWithin(node, 'z.a'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
