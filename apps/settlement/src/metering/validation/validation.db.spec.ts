import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { administrationService } from '../../../../administration/src/service.js';
import { startSettlementPlatform, type SettlementPlatform } from '../../testing/settlement-platform.js';

let platform: SettlementPlatform;

beforeAll(async () => {
  platform = await startSettlementPlatform(administrationService);
});
afterAll(() => platform.close());

const RANGE = 'from=2023-10-28T22:00:00Z&to=2023-10-29T23:00:00Z';
/** 29 October 2023 in Luxembourg, a day of 100 quarter-hours. */
const MIDNIGHT = Date.parse('2023-10-28T22:00:00Z');

const row = (quarter: number, importWh: number): object => ({
  meterId: 'validated',
  intervalStart: new Date(MIDNIGHT + quarter * 900_000).toISOString(),
  intervalSeconds: 900,
  importWh,
  exportWh: 0,
  source: 'dso',
  quality: 'measured',
});

it('ST-02 says what is missing or doubtful of a day of 100 quarter-hours, and estimates by a named rule alone', async () => {
  const rows = Array.from({ length: 100 }, (_, quarter) => row(quarter, 200 + quarter)).toSpliced(40, 3);
  await platform.put('/admin/v1/grid-nodes/lu.north.cp1', { kind: 'connection', importCapacityKw: 10 });
  await platform.prosumer('validated', 'validated');
  await platform.post('/metering/v1/readings', [...rows.slice(0, 90), row(95, 2501)]);
  const index = (at: string, valueKwh: number): object => ({
    meterId: 'validated',
    at,
    register: '1.8.0',
    valueKwh,
  });
  await platform.post('/metering/v1/indexes', [
    index('2023-10-28T22:00:00Z', 100.001),
    index('2023-10-29T02:00:00Z', 103.322),
  ]);
  const answer = await platform.get<object>(`/metering/v1/validation?meterId=validated&${RANGE}`);
  expect(answer).toMatchObject({
    days: [{ day: '2023-10-29', quarters: 100, missing: 9 }],
    findings: [
      { rule: 'register-sum', detail: 'quarter-hours sum to 3320 Wh, registers counted 3321 Wh' },
      { rule: 'gap', from: '2023-10-29T08:00:00Z', to: '2023-10-29T08:45:00Z' },
      { rule: 'gap', from: '2023-10-29T21:15:00Z', to: '2023-10-29T21:45:00Z' },
      { rule: 'beyond-connection', from: '2023-10-29T21:45:00Z' },
      { rule: 'gap', from: '2023-10-29T22:00:00Z' },
    ],
  });
  const { estimates } = await platform.get<{ estimates: Record<string, unknown>[] }>(
    `/metering/v1/validation?meterId=validated&${RANGE}`,
  );
  const interpolated = { exportWh: 0, rule: 'linear-interpolation', quality: 'estimated' };
  expect(estimates.slice(0, 3)).toEqual(
    [240, 241, 242].map((importWh, place) => ({
      ...interpolated,
      importWh,
      intervalStart: new Date(MIDNIGHT + (40 + place) * 900_000).toISOString().replace('.000Z', 'Z'),
    })),
  );
  expect(estimates).toHaveLength(5);
  const readings = await platform.get<object[]>(
    `/metering/v1/readings?meterId=validated&${RANGE}&limit=1000`,
  );
  expect(readings).toHaveLength(91);
});

it.each(['', '?meterId=validated', `?${RANGE}`, `?meterId=validated&${RANGE}&asOf=then`])(
  'refuses the question %s',
  async (query) => {
    expect((await platform.request(`/metering/v1/validation${query}`)).status).toBe(400);
  },
);

it("SE-02 shows nobody another's meters", async () => {
  const other = platform.as(await platform.prosumer('other', 'other-meter'));
  expect((await other(`/metering/v1/validation?meterId=validated&${RANGE}`)).status).toBe(404);
  expect((await other(`/metering/v1/validation?meterId=other-meter&${RANGE}`)).status).toBe(200);
});
