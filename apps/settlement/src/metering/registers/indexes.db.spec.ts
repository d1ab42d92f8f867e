import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administrationService } from '../../../../administration/src/service.js';
import {
  EVENING,
  startSettlementPlatform,
  type SettlementPlatform,
} from '../../testing/settlement-platform.js';

const PATH = '/metering/v1/indexes';
let platform: SettlementPlatform;

beforeAll(async () => {
  platform = await startSettlementPlatform(administrationService);
});
afterAll(() => platform.close());

/** Minutes after a midnight. */
const index = (meterId: string, minute: number, valueKwh: number, more: object = {}): object => {
  const at = new Date(Date.UTC(2024, 2, 12) + minute * 60_000).toISOString();
  return { meterId, at, register: '1.8.0', valueKwh, ...more };
};

const send = async (rows: readonly object[]): Promise<unknown> => (await platform.post(PATH, rows)).json();

/** Quarter of the day, import, export, quality. */
async function readings(meterId: string): Promise<unknown[]> {
  const answers = await platform.get<Record<string, string>[]>(`/metering/v1/readings?meterId=${meterId}`);
  return answers.map(({ intervalStart = '', importWh, exportWh, quality }) => {
    return [(Date.parse(intervalStart) - Date.UTC(2024, 2, 12)) / 900_000, importWh, exportWh, quality];
  });
}

describe('the intake of registers', () => {
  it('ST-02 makes quarter-hours of differences, in any order, estimated where none was read in between', async () => {
    const rows = [index('plain', 60, 1003.5), index('plain', 0, 1000), index('plain', 15, 1001)];
    const expected = { stored: 3, unchanged: 0, corrected: 0, refusedCount: 0 };
    expect(await send(rows)).toMatchObject({ ...expected, derived: { stored: 4 } });
    expect(await send(rows)).toMatchObject({ stored: 0, unchanged: 3, derived: { stored: 0, corrected: 0 } });
    const estimates = [833, 834, 833].map((wh, quarter) => [quarter + 1, wh, 0, 'estimated']);
    expect(await readings('plain')).toEqual([[0, 1000, 0, 'measured'], ...estimates]);
    await send([index('plain', 30, 1001.1), index('plain', 300, 1100)]);
    expect(await readings('plain')).toEqual([
      [0, 1000, 0, 'measured'],
      [1, 100, 0, 'measured'],
      [2, 1200, 0, 'estimated'],
      [3, 1200, 0, 'estimated'],
    ]);
  });

  it('ST-02 follows a corrected value, which is kept beside the one before it', async () => {
    await send([index('late', 0, 10), index('late', 15, 11), index('late', 30, 12)]);
    await platform.moveTo(Date.parse(EVENING) + 60_000);
    expect(await send([index('late', 15, 11.25)])).toMatchObject({ corrected: 1, derived: { corrected: 2 } });
    expect(await readings('late')).toEqual([
      [0, 1250, 0, 'corrected'],
      [1, 750, 0, 'corrected'],
    ]);
    const { database } = platform.platform;
    await expect(database.query('DELETE FROM settlement.register_reading')).rejects.toThrow(/only grows/);
  });

  it('ST-02 knows tariffs, both directions, transformers, roll-over, exchange and reset', async () => {
    const tariffs = [0, 15].flatMap((minute) =>
      ['1.8.1', '1.8.2', '2.8.0'].map((register, place) =>
        index('full', minute, 10 + (minute / 15) * (place + 1), { register, transformerFactor: 3 }),
      ),
    );
    expect(await send(tariffs)).toMatchObject({ stored: 6, derived: { stored: 2 } });
    expect(await readings('full')).toEqual([[0, 9000, 9000, 'measured']]);
    const more = { maximumKwh: 999.99, meterNumber: 'a' };
    const other = { maximumKwh: 1000, meterNumber: 'b' };
    await send([
      ...[998, 999.5, 0.25].map((value, quarter) => index('special', quarter * 15, value, more)),
      ...[500, 501, 400].map((value, quarter) => index('special', 45 + quarter * 15, value, other)),
    ]);
    expect(await readings('special')).toEqual([
      [0, 1500, 0, 'measured'],
      [1, 750, 0, 'measured'],
      [3, 1000, 0, 'measured'],
    ]);
  });

  it('ST-01 takes billing data (ESL) over the endpoint of readings', async () => {
    const row = (obis: string, value: number): string => `<ValueRow obis="${obis}" value="${value}"/>`;
    const period = (end: string, value: number): string =>
      `<TimePeriod end="${end}">${row('1-1:1.8.1', value)}${row('1-1:5.8.1', 7)}</TimePeriod>`;
    const body = `<?xml version="1.0"?><ESLBillingData><Meter factoryNo="77" internalNo="esl">
      ${period('2024-03-12T01:00:00', 100)}${period('2024-03-12T01:15:00', 101)}</Meter></ESLBillingData>`;
    const headers = { 'content-type': 'application/xml' };
    const path = '/metering/v1/readings?transformerFactor=3';
    const answer = await platform.request(path, { method: 'POST', headers, body });
    expect(answer.json()).toMatchObject({ stored: 2, ignored: 2, derived: { stored: 1 } });
    expect(await readings('esl')).toEqual([[0, 3000, 0, 'measured']]);
  });

  it.each([
    ['a register of something else', { register: '1.6.0' }, 'register must be'],
    ['the future', { at: '2031-01-01T00:00:00Z' }, 'at is in the future'],
    ['another century', { at: '1924-01-01T00:00:00Z' }, 'at '],
    ['a negative value', { valueKwh: -1 }, 'valueKwh must be'],
    ['a value beyond the maximum', { maximumKwh: 0.5 }, 'valueKwh must be at most'],
    ['half a transformer', { transformerFactor: 0.5 }, 'transformerFactor must be'],
    ['an unknown field', { tariff: 1 }, 'tariff is not a field'],
  ])('ST-02 refuses %s', async (_, more, reason) => {
    expect(await send([index('wrong', 0, 1, more)])).toMatchObject({
      ...{ stored: 0, refusedCount: 1 },
      refused: [{ line: 1, reason: expect.stringContaining(reason) }],
    });
  });
});
