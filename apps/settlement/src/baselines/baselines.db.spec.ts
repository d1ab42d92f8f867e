import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { administrationService } from '../../../administration/src/service.js';
import { DAY } from '../testing/settlement-platform.js';
import { startTradedDay, type TradedDay } from '../testing/traded-day.js';

let day: TradedDay;

beforeAll(async () => {
  day = await startTradedDay(administrationService);
});
afterAll(() => day.close());

describe('baselines', () => {
  const range = `from=${DAY.from}&to=${DAY.to}`;

  it('ST-03 show the days that they come from', async () => {
    const start = intervalOf(Date.parse('2024-02-25T23:00:00Z'));
    await day.readings(
      Array.from({ length: 15 * 96 }, (_, index) => ['car-meter', start + index, 100] as const),
    );
    const answer = await day.get<{ baselineWh: number; days: { use: string }[] }[]>(
      `/settlement/v1/baselines?participantId=car&${range}`,
    );
    expect(answer).toHaveLength(96);
    expect(answer.every(({ baselineWh }) => baselineWh === 100)).toBe(true);
    const uses = answer[0]?.days.map(({ use }) => use) ?? [];
    expect(['counted', 'trimmed', 'skipped'].map((use) => uses.filter((one) => one === use).length)).toEqual([
      8, 2, 4,
    ]);
  });

  it('ST-03 say why there is none', async () => {
    expect(
      await day.get(`/settlement/v1/baselines?participantId=house&${range}&method=mid-8-of-10`),
    ).toMatchObject([{ baselineWh: null, missing: 'insufficient-days' }]);
  });

  it('ST-03 follow the default schedule where the contract says so', async () => {
    const answer = await day.get<{ baselineWh: number }[]>(
      `/settlement/v1/baselines?participantId=house&${range}`,
    );
    expect(answer.reduce((sum, { baselineWh }) => sum + baselineWh, 0)).toBe(1000);
  });

  it.each([
    [`participantId=house&${range}&method=x`, 400],
    [`participantId=shop&${range}`, 400],
    [`participantId=house&from=${DAY.from}`, 400],
    [`participantId=nobody&${range}`, 404],
  ])('ST-03 are not there for %s', async (query, status) => {
    expect((await day.request(`/settlement/v1/baselines?${query}`)).status).toBe(status);
  });
});
