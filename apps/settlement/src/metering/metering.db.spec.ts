import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestAnswer } from '#testing';
import { administrationService } from '../../../administration/src/service.js';
import { intervalOf } from '#flexoffer';
import { ORIGINS } from '#meter-data';
import { POINT, e66Document, quarters } from '../../../../libs/meter-data/src/testing/e66-document.js';
import { EVENING, startSettlementPlatform, type SettlementPlatform } from '../testing/settlement-platform.js';
import { meterCurves } from './meter-curves.js';

const PATH = '/metering/v1/readings';
let platform: SettlementPlatform;

beforeAll(async () => {
  platform = await startSettlementPlatform(administrationService);
});
afterAll(() => platform.close());

const row = (meterId: string, quarter: number, importWh: number): Record<string, unknown> => ({
  meterId,
  intervalStart: new Date(Date.UTC(2023, 10, 1) + quarter * 900_000).toISOString(),
  intervalSeconds: 900,
  importWh,
  exportWh: 0,
  source: 'dso',
  quality: 'measured',
});

const send = (type: string, body: string): Promise<TestAnswer> =>
  platform.request(PATH, { method: 'POST', headers: { 'content-type': type }, body });

const ndjson = (rows: readonly unknown[]): string => rows.map((one) => `${JSON.stringify(one)}\n`).join('');

interface Answer {
  readonly exportWh: number;
  readonly quality: string;
  readonly intervalStart: string;
  readonly importWh: number;
  readonly version: number;
}

describe('the intake of readings', () => {
  it('ST-01 stores what is right and names what is not, line by line', async () => {
    const answer = await platform.post(PATH, [row('json', 0, 5), { ...row('json', 1, 5), source: '?' }]);
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      stored: 1,
      unchanged: 0,
      corrected: 0,
      refusedCount: 1,
      refused: [{ line: 2, reason: expect.stringContaining('source') }],
    });
  });

  it('ST-01 takes NDJSON and CSV of any length', async () => {
    const rows = Array.from({ length: 12_000 }, (_, quarter) => row('long', quarter, quarter));
    const counts = { corrected: 0, refusedCount: 0, refused: [] };
    expect((await send('application/x-ndjson', ndjson(rows))).json()).toMatchObject({
      stored: 12_000,
      unchanged: 0,
      ...counts,
    });
    const header = Object.keys(row('', 0, 0));
    const lines = rows.map((one) => header.map((name) => String(one[name])).join(','));
    expect((await send('text/csv', [header.join(','), ...lines].join('\n'))).json()).toMatchObject({
      stored: 0,
      unchanged: 12_000,
      ...counts,
    });
  });

  it('ST-01 keeps the good rows of a file beside the bad ones, with line and reason', async () => {
    const header = Object.keys(row('', 0, 0)).join(',');
    const line = (start: string, importWh: string): string => `mixed,${start},900,${importWh},0,dso,measured`;
    const lines = [
      line('2024-03-12T00:00:00Z', '5'),
      line('2024-03-12T00:15:00Z', '0,25'),
      line('2024-03-12T00:15:00Z', '"0,25"'),
      line('2024-03-12T00:15:00Z', '-1'),
      line('2031-03-12T00:00:00Z', '5'),
      line('1924-03-12T00:00:00Z', '5'),
      line('1994-03-12T00:00:00Z', '5'),
      line('2024-03-12T00:30:00Z', '6'),
    ];
    const answer = await send('text/csv', `\uFEFF${header}\n${lines.join('\n')}\n`);
    expect(answer.json()).toEqual({
      ...{ stored: 2, unchanged: 0, corrected: 0, ignored: 0, refusedCount: 6 },
      derived: { stored: 0, unchanged: 0, corrected: 0 },
      refused: [
        { line: 3, reason: expect.stringContaining('has 8 fields') },
        { line: 4, reason: expect.stringContaining('importWh must be') },
        { line: 5, reason: expect.stringContaining('importWh must be') },
        { line: 6, reason: expect.stringContaining('future') },
        { line: 7, reason: expect.stringContaining('intervalStart') },
        { line: 8, reason: expect.stringContaining('before 1995') },
      ],
    });
    expect(await platform.get<Answer[]>(`${PATH}?meterId=mixed`)).toHaveLength(2);
    const semicolons = await send('text/csv', `${header.replaceAll(',', ';')}\n`);
    expect(semicolons.status).toBe(400);
  });

  it('ST-06 comes to the same readings in any order and batching of rows that say when they were made', async () => {
    const made = (meterId: string): object[] =>
      [1, 2, 3].flatMap((hour) =>
        ['measured', 'estimated', 'corrected'].map((quality, place) => ({
          ...row(meterId, place % 2, 100 * hour + place),
          quality,
          createdAt: `2024-03-12T0${(hour * 2) % 3}:00:00Z`,
        })),
      );
    await platform.post(PATH, made('ordered'));
    for (const one of made('shuffled').toReversed()) await platform.post(PATH, [one]);
    const known = async (meterId: string): Promise<unknown[]> =>
      (await platform.get<Answer[]>(`${PATH}?meterId=${meterId}`)).map((one) => ({ ...one, meterId: '' }));
    expect(await known('shuffled')).toEqual(await known('ordered'));
    expect(await known('ordered')).toMatchObject([{ quality: 'corrected' }, { quality: 'estimated' }]);
  });

  it('ST-06 keeps every version of a value, also within one request', async () => {
    await send('application/x-ndjson', ndjson([row('versions', 0, 1), row('versions', 1, 1)]));
    await platform.moveTo(Date.parse(EVENING) + 60_000);
    const answer = await send('application/x-ndjson', ndjson([2, 2, 3].map((wh) => row('versions', 0, wh))));
    expect(answer.json()).toMatchObject({ stored: 0, unchanged: 1, corrected: 2 });
    const values = async (query: string): Promise<number[][]> =>
      (await platform.get<Answer[]>(`${PATH}?meterId=versions${query}`)).map((one) => [
        one.importWh,
        one.version,
      ]);
    expect(await values('')).toEqual([
      [3, 3],
      [1, 1],
    ]);
    expect(await values(`&asOf=${EVENING}`)).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(await values('&asOf=2024-03-01T00:00:00Z')).toEqual([]);
    expect(await values('&from=2023-11-01T00:15:00Z')).toEqual([[1, 1]]);
  });

  it('ST-06 cannot lose a version to someone with SQL', async () => {
    const { database } = platform.platform;
    await expect(database.query('UPDATE settlement.reading_block SET quarters = 0')).rejects.toThrow(
      /only grows/,
    );
    await expect(database.query('DELETE FROM settlement.reading_block')).rejects.toThrow(/only grows/);
  });

  it('ST-01 gives two senders of one meter one version after the other', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((wh) => platform.post(PATH, [row('race', 0, wh)])));
    const counts = answers.map((answer) => answer.json<{ stored: number; corrected: number }>());
    expect(counts.reduce((sum, { stored }) => sum + stored, 0)).toBe(1);
    expect(counts.reduce((sum, { corrected }) => sum + corrected, 0)).toBe(3);
  });

  it('ST-01 takes validated meter data (E66) beside what rows say, each direction by itself', async () => {
    const start = '2024-03-10T23:00:00Z';
    const [end, creation] = ['2024-03-11T00:00:00Z', '2024-03-11T06:00:00Z'];
    const observations = [...quarters(3), { sequence: 4, volume: '0.000', condition: '21' }];
    const part = { point: POINT, start, end, observations };
    await platform.prosumer('swiss', POINT);
    const consumption = e66Document([part, { ...part, point: POINT.replace('A', 'B') }], { creation });
    const first = (await send('application/xml', consumption)).json();
    expect(first).toMatchObject({ stored: 4, unchanged: 0, corrected: 0, refusedCount: 4 });
    expect(first).toMatchObject({
      refused: [{ reason: expect.stringMatching(/B is not known/) }, {}, {}, {}],
    });
    const known = async (): Promise<(number | string)[][]> =>
      (await platform.get<Answer[]>(`${PATH}?meterId=${POINT}`)).map((one) => [
        one.importWh,
        one.exportWh,
        one.quality,
      ]);
    expect(await known()).toEqual(Array(3).fill([250, 0, 'measured']));
    const exported = [1, 2, 3, 4].map((sequence) => ({
      sequence,
      volume: `0.00${sequence}`,
      condition: '56',
    }));
    const production = e66Document([{ ...part, production: true, observations: exported }], { creation });
    expect((await send('text/xml; charset=utf-8', production)).json()).toMatchObject({ stored: 4 });
    expect(await known()).toEqual([1, 2, 3].map((wh) => [250, wh, 'estimated']));
    const replacement = e66Document([{ ...part, observations: quarters(4) }], { creation, status: '5' });
    expect((await send('text/xml', replacement)).json()).toMatchObject({ corrected: 4 });
    expect((await send('text/xml', consumption)).json()).toMatchObject({ unchanged: 4, corrected: 0 });
    expect(await known()).toHaveLength(4);
    const cut = production.slice(0, production.lastIndexOf('</rsm:Observation>'));
    expect((await send('text/xml', cut)).json()).toMatchObject({ stored: 0, unchanged: 0, refusedCount: 1 });
  });

  it('ST-01 reads curves of many meters, as they were known', async () => {
    const { database, clock } = platform.platform;
    const from = intervalOf(Date.UTC(2023, 10, 1));
    const curves = await meterCurves(database, {
      meterIds: ['long', 'versions', 'nobody'],
      from: from - 1,
      to: from + 200,
      knownAt: clock.now(),
    });
    const long = curves.get('long');
    expect([...(long?.importWh ?? [])]).toEqual([NaN, ...Array.from({ length: 200 }, (_, wh) => wh)]);
    expect(ORIGINS[long?.origin[1] ?? 0]).toMatchObject({ source: 'dso', quality: 'measured' });
    expect([...(curves.get('versions')?.importWh.slice(0, 4) ?? [])]).toEqual([NaN, 3, 1, NaN]);
    expect(curves.get('nobody')?.origin.every((origin) => origin === 0)).toBe(true);
  });

  it('pages by interval', async () => {
    const first = await platform.request(`${PATH}?meterId=long&limit=2`);
    expect(first.json<Answer[]>().map(({ importWh }) => importWh)).toEqual([0, 1]);
    const cursor = first.headers.get('next-cursor') ?? '';
    const next = await platform.get<Answer[]>(`${PATH}?meterId=long&limit=2&cursor=${cursor}`);
    expect(next.map(({ importWh }) => importWh)).toEqual([2, 3]);
  });

  it('SE-02 shows a prosumer its own meters only, and takes readings from a DSO or administrator only', async () => {
    const token = await platform.prosumer('reader', 'reader-meter');
    await platform.post(PATH, [row('reader-meter', 0, 7)]);
    const reader = platform.as(token);
    expect((await reader(`${PATH}?meterId=reader-meter`)).json()).toHaveLength(1);
    expect((await reader(`${PATH}?meterId=long`)).status).toBe(404);
    expect((await reader(PATH, { method: 'POST', body: '[]' })).status).toBe(403);
  });

  it.each([
    ['a body that is no list', 'application/json', '{}', 400],
    ['what is no JSON', 'application/json', 'rows: 1', 400],
    ['a CSV without a header', 'text/csv', 'a,b\n1,2\n', 400],
    ['another media type', 'application/pdf', 'x', 415],
  ])('refuses %s as a whole', async (_, type, body, status) => {
    const answer = await send(type, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each(['', '?meterId=long&from=yesterday', '?meterId=long&asOf=now', '?meterId=long&cursor=!'])(
    'refuses the question %s',
    async (query) => {
      expect((await platform.request(`${PATH}${query}`)).status).toBe(400);
    },
  );
});
