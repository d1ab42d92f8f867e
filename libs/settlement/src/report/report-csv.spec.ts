import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { CONTRACT, TEN_O_CLOCK, tradedDelivery } from '../../test/arbitraries.js';
import type { TradedDelivery } from './traded-delivery.js';
import { reportCsv } from './report-csv.js';
import { settleParticipant } from './settle-participant.js';

const HEADER =
  'participantId,currency,tradeId,flexOfferId,buyerId,sellerId,intervalStart,baselineWh,scheduledWh,actualWh,' +
  'orderedWh,deliveredWh,deficiencyWh,price,grossAmount,amount,aggregatorAmount,operatorAmount,transferAmount,penalty,missing,reward\n';

const REWARDS = {
  fixedPerMonth: 5_000_000,
  energyFlexPerKwh: 0,
  timeFlexPerInterval: 0,
  activationFixed: 0,
  activationPerKwh: 50_000,
  activationPerStartInterval: 0,
};

const csvOf = (deliveries: readonly TradedDelivery[], actual: { readonly wh?: number } = { wh: 9000 }) =>
  reportCsv(
    settleParticipant({
      from: TEN_O_CLOCK,
      to: TEN_O_CLOCK + 1,
      contract: CONTRACT,
      deliveries,
      actualWh: () => actual.wh,
      baselineWh: () => ({ ok: true, baselineWh: 10_000 }),
    }),
  );

describe('reportCsv', () => {
  it('ST-07 writes the header and one row a line', () => {
    expect(csvOf([tradedDelivery({ price: -7_000_000 })])).toBe(
      `${HEADER}home-7,CHF,trade-1,offer-1,dso,aggregator,2024-01-15T10:00:00Z,10000,8000,9000,2000,1000,1000,` +
        '-7.000000,-7.000000,-4.900000,-1.400000,-0.700000,0.000000,11.000000,,\n',
    );
  });

  it('ST-07 writes the header of a report without lines', () => {
    expect(csvOf([])).toBe(HEADER);
  });

  it('ST-07 leaves empty what is unknown', () => {
    const unknown = csvOf([tradedDelivery({})], {});
    expect(unknown.split('\n')[1]).toMatch(/,10000,8000,,2000,,,7.000000,,,,,,,meter value,$/);
  });

  it('ST-07 writes one row a reward, so that the amounts sum to the total', () => {
    const report = settleParticipant({
      ...{ from: TEN_O_CLOCK, to: TEN_O_CLOCK + 1, contract: { ...CONTRACT, rewards: REWARDS } },
      deliveries: [tradedDelivery({})],
      rewards: { months: [{ month: '2024-01', days: 31 }], offers: [] },
      actualWh: () => 9000,
      baselineWh: () => ({ ok: true, baselineWh: 10_000 }),
    });
    const rows = parse(reportCsv(report), { columns: true });
    expect(rows).toMatchObject([
      { tradeId: 'trade-1', amount: '0.050000', reward: '' },
      { tradeId: '', flexOfferId: '2024-01', amount: '5.000000', reward: 'fixedPerMonth' },
    ]);
    expect(report.totals.amount).toBe('5.050000');
  });

  it('ST-07 keeps ids that need quotes and defuses those that a spreadsheet would run', () => {
    const csv = csvOf([tradedDelivery({ flexOfferId: 'a "b", c\nd', buyerId: '=1+1' })]);
    expect(parse(csv, { columns: true })).toMatchObject([{ flexOfferId: 'a "b", c\nd', buyerId: "'=1+1" }]);
  });
});
