import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administrationService } from '../../../administration/src/service.js';
import { contractBody } from '../testing/settlement-platform.js';
import { FIRST, startTradedDay, type TradedDay } from '../testing/traded-day.js';

let day: TradedDay;

beforeAll(async () => {
  day = await startTradedDay(administrationService);
});
afterAll(() => day.close());

const REPORTS = '/settlement/v1/reports';

interface Differences {
  readonly words: readonly string[];
}

describe('versions of a report', () => {
  it('ST-06 are the same, byte for byte, with the same knowledge, and stay so when later ones differ', async () => {
    const idOf = async (): Promise<string> => (await day.reportOf(await day.run(), 'house')).reportId;
    const evidenceOf = async (id: string): Promise<string> =>
      (await day.request(`${REPORTS}/${id}/evidence`)).text;
    const [first, second] = [await idOf(), await idOf()];
    const evidence = await evidenceOf(first);
    expect(await evidenceOf(second)).toBe(evidence);
    expect(await day.get<Differences>(`${REPORTS}/${second}/differences`)).toMatchObject({
      version: 2,
      before: { reportId: first, version: 1 },
      words: ['The net amount is 0.017000 EUR as before.'],
      lines: [],
    });

    await day.moveTo(day.platform.clock.now() + 60_000);
    await day.readings([['house-meter', FIRST + 1, 300]]);
    const third = await idOf();
    expect(await evidenceOf(first)).toBe(evidence);
    expect(await day.get(`${REPORTS}/${first}/verification`)).toMatchObject({ valid: true });
    expect(await day.get<Differences>(`${REPORTS}/${third}/differences`)).toMatchObject({
      words: [
        '1 meter value changed.',
        '1 line of the report changed.',
        'The net amount is 0.032000 EUR, 0.015000 more than the 0.017000 of before.',
      ],
      facts: { readings: [{ before: { importWh: 450 }, after: { importWh: 300 } }] },
      lines: [{ tradeId: `trade-${FIRST + 1}`, because: ['the meter value'] }],
    });
  });

  it('ST-06 are told apart where the contract changed, and the first one has none before', async () => {
    const before = await day.reportOf(await day.run(), 'car');
    await day.put('/settlement/v1/contracts/car-1', contractBody('car', { penaltyPerKwh: '0.05' }));
    await day.readings([['car-meter', FIRST, 300]]);
    const { reportId } = await day.reportOf(await day.run(), 'car');
    const { words } = await day.get<Differences>(`${REPORTS}/${reportId}/differences`);
    expect(words).toEqual(
      expect.arrayContaining([
        'The contract.version is 2 and was 1.',
        'The contract.penaltyPerKwh is 50000 and was 20000.',
        '1 meter value is new.',
      ]),
    );
    const alone = await day.run({}, { to: '2024-03-12T22:00:00Z' });
    const { reportId: first } = await day.reportOf(alone, 'car');
    expect(await day.get<Differences>(`${REPORTS}/${first}/differences`)).toMatchObject({ before: null });
    expect((await day.as(day.houseToken)(`${REPORTS}/${before.reportId}/differences`)).status).toBe(404);
  });
});
