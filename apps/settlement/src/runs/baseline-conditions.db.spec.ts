import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportLine } from '#settlement';
import { administrationService } from '../../../administration/src/service.js';
import {
  csvLines,
  daysBetween,
  intervalAt,
  sendCsv,
  tellAsked,
  type Counted,
} from '../testing/metered-days.js';
import {
  contractBody,
  startSettlementPlatform,
  type SettlementPlatform,
} from '../testing/settlement-platform.js';

/** The Sunday of 92 quarter-hours. */
const SUNDAY = '2024-03-31';
const PERIOD = { from: '2024-03-30T23:00:00Z', to: '2024-03-31T22:00:00Z' };
const TRADED_AT = Date.parse('2024-03-30T14:00:00Z');
const MONDAY = Date.parse('2024-04-01T10:00:00Z');
const HISTORY = daysBetween('2024-02-14', '2024-03-30');
const [SEVEN, QUARTER_PAST] = [intervalAt(SUNDAY, '07:00'), intervalAt(SUNDAY, '07:15')];

/** A summary in a list of reports. */
interface Listed {
  readonly reportId: string;
  readonly participantId: string;
  readonly evidenceHash: string;
}

interface Reported {
  readonly lines: readonly ReportLine[];
}

let platform: SettlementPlatform;

beforeAll(async () => {
  platform = await startSettlementPlatform(administrationService, {
    ATP_SIMULATED_TIME: '2024-03-30T12:00:00Z',
    ATP_HOLIDAYS: '2024-03-29',
  });
  for (const [id, baseline] of Object.entries(BASELINES)) {
    await platform.prosumer(id, id);
    await platform.put(`/settlement/v1/contracts/${id}-1`, contractBody(id, { baseline }));
  }
  await tellConditions();
  await platform.moveTo(TRADED_AT);
  const asked = Object.keys(BASELINES).flatMap((participantId) =>
    [SEVEN, QUARTER_PAST].map((interval) => ({
      ...{ participantId, interval, orderedWh: 100 },
      tradedAt: TRADED_AT,
    })),
  );
  const again = {
    participantId: 'sun',
    interval: SEVEN,
    orderedWh: 40,
    tradedAt: TRADED_AT,
    trade: '-again',
  };
  await tellAsked(platform, [...asked, again]);
  await platform.moveTo(MONDAY);
  const lines = Object.entries(METERS).flatMap(([meterId, counted]) =>
    csvLines(meterId, [...HISTORY, SUNDAY], counted),
  );
  await sendCsv(platform, lines);
  await sendOutOfOrder(lines.filter((line) => line.startsWith('sun,')));
});
afterAll(() => platform.close());

/** Who settles by what. */
const BASELINES: Readonly<Record<string, object>> = {
  sun: { method: '10-of-10', adjustment: 'same-day' },
  sun2: { method: '10-of-10', adjustment: 'same-day' },
  idle: { method: 'mid-8-of-10' },
  warm: { method: 'weather-matched' },
  plan: { method: 'prognosis' },
  fresh: { method: '10-of-10', fallback: 'default-schedule' },
  broken: { method: '10-of-10' },
  erratic: { method: '10-of-10', outsideLimits: 'refuse' },
  doubtful: { method: '10-of-10', outsideLimits: 'warn' },
};

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());
const coldDays = new Set(HISTORY.filter((day) => Number(day.slice(-2)) % 3 === 0));

/** What each meter counted. */
const METERS: Readonly<Record<string, (interval: number, day: string) => Counted | null>> = {
  // A net producer, which gives 100 Wh more when it is asked to.
  sun: (interval, day) => ({
    importWh: 0,
    exportWh: [SEVEN, QUARTER_PAST].includes(interval) && day === SUNDAY ? 500 : 400,
  }),
  idle: () => ({ importWh: 0 }),
  warm: (_, day) => ({ importWh: coldDays.has(day) ? 900 : 300 }),
  plan: () => ({ importWh: 600 }),
  fresh: (_, day) => (day === SUNDAY ? { importWh: 400 } : null),
  broken: (_, day) => ({
    importWh: day === '2024-03-24' ? 9000 : day === '2024-03-29' || isWeekend(day) ? 200 : 800,
  }),
  erratic: (interval) => ({ importWh: (interval * 7919) % 1000 }),
  doubtful: (interval, day) =>
    day !== SUNDAY
      ? { importWh: (interval * 7919) % 1000 }
      : interval === SEVEN
        ? { importWh: 100, quality: 'estimated' }
        : null,
};

async function tellConditions(): Promise<void> {
  const hours = [...HISTORY, SUNDAY].flatMap((day) =>
    Array.from({ length: 25 }, (_, hour) => Date.parse(`${day}T00:00:00Z`) + (hour - 1) * 3_600_000).map(
      (at) => [day, at] as const,
    ),
  );
  const celsius = new Map(hours.map(([day, at]) => [at, coldDays.has(day) ? -5 : 12]));
  const temperatures = [...celsius].map(([at, value]) => ({
    ...{ gridNode: 'lu', intervalStart: new Date(at).toISOString(), intervalSeconds: 3600, celsius: value },
  }));
  expect((await platform.post('/metering/v1/temperatures', temperatures)).status).toBe(200);
  const prognosis = { meterId: 'plan', day: SUNDAY, energyWh: Array.from({ length: 92 }, () => 777) };
  expect((await platform.post('/settlement/v1/prognoses', prognosis)).status).toBe(200);
  const outage = { meterId: 'broken', from: '2024-03-24T08:00:00Z', to: '2024-03-24T09:00:00Z' };
  expect((await platform.put('/metering/v1/outages/o1', outage)).status).toBe(200);
}

/** The same values for another meter, some of them twice, the latest first and in three batches. */
async function sendOutOfOrder(lines: readonly string[]): Promise<void> {
  const others = lines.map((line) => line.replace('sun,', 'sun2,')).reverse();
  for (const part of [others.slice(1000), others.slice(0, 2000), others.slice(500, 700)])
    await sendCsv(platform, part);
}

async function settle(knownAt?: string): Promise<string> {
  const answer = await platform.post('/settlement/v1/runs', { ...PERIOD, ...(knownAt ? { knownAt } : {}) });
  expect(answer.status).toBe(202);
  await platform.settled();
  return answer.json<{ runId: string }>().runId;
}

async function reportsOf(runId: string): Promise<Map<string, Listed>> {
  const list = await platform.get<Listed[]>(`/settlement/v1/reports?runId=${runId}`);
  return new Map(list.map((report) => [report.participantId, report]));
}

async function linesOf(runId: string, participantId: string): Promise<readonly ReportLine[]> {
  const report = (await reportsOf(runId)).get(participantId);
  return (await platform.get<Reported>(`/settlement/v1/reports/${report?.reportId ?? ''}`)).lines;
}

describe('a run over a day of 92 quarter-hours, with everything that baselines depend on', () => {
  it('ST-03 settles each participant by its own method and conditions', async () => {
    const runId = await settle();
    expect(await platform.get(`/settlement/v1/runs/${runId}`)).toMatchObject({
      ...{ state: 'completed', participants: 9, settledParticipants: 9, incompleteTrades: 0 },
    });
    const seen = async (id: string): Promise<unknown[]> =>
      (await linesOf(runId, id)).map((line) => [
        line.baselineWh,
        line.actualWh,
        line.deliveredWh,
        line.deficiencyWh,
      ]);
    // Two overlapping orders of 100 and 40 Wh at seven: what was realised goes to them in turn.
    expect(await seen('sun')).toEqual([
      [-400, -500, 100, 0],
      [-400, -500, 0, 40],
      [-400, -500, 100, 0],
    ]);
    expect(await seen('idle')).toEqual([
      [0, 0, 0, 100],
      [0, 0, 0, 100],
    ]);
    expect(await seen('warm')).toEqual([
      [300, 300, 0, 100],
      [300, 300, 0, 100],
    ]);
    expect((await seen('plan'))[0]).toEqual([777, 600, 100, 0]);
    // The holiday is like a Sunday, and the day of the outage is passed over.
    expect((await seen('broken'))[0]).toEqual([200, 200, 0, 100]);
  });

  it('ST-03 falls back to the method that the contract names, and says so', async () => {
    const lines = await linesOf(await settle(), 'fresh');
    expect(lines.map(({ baselineWh, fallbackMethod }) => [baselineWh, fallbackMethod])).toEqual([
      [500, 'default-schedule'],
      [500, 'default-schedule'],
    ]);
    const range = `from=${PERIOD.from}&to=${PERIOD.to}`;
    const shown = await platform.get<{ method: string }[]>(
      `/settlement/v1/baselines?participantId=fresh&${range}`,
    );
    expect(shown).toHaveLength(92);
    expect(shown[0]).toMatchObject({ method: 'default-schedule', baselineWh: 0 });
  });

  it('ST-03 refuses a method outside its limits where the contract says so, and marks its lines elsewhere', async () => {
    const before = await linesOf(await settle(), 'erratic');
    expect(before[0]?.missing).toBeUndefined();
    for (const participantId of ['erratic', 'doubtful', 'idle']) {
      const body = { participantId, method: '10-of-10', from: '2024-03-20', to: '2024-03-30' };
      const answer = await platform.post('/settlement/v1/baseline-checks', body);
      expect(answer.json()).toMatchObject({
        meterId: participantId,
        method: '10-of-10',
        withinLimits: false,
      });
    }
    await platform.moveTo(platform.platform.clock.now() + 60_000);
    const runId = await settle();
    expect((await linesOf(runId, 'erratic')).map(({ missing }) => missing)).toEqual([
      'baseline: outside-limits',
      'baseline: outside-limits',
    ]);
    expect((await linesOf(runId, 'doubtful'))[0]).toMatchObject({ outsideLimits: true });
    expect((await linesOf(runId, 'idle'))[0]?.outsideLimits).toBeUndefined();
    expect(await platform.get('/settlement/v1/baseline-checks?participantId=erratic')).toMatchObject([
      { method: '10-of-10', withinLimits: false },
    ]);
  });

  it('ST-05 marks an estimated value, and pays nothing for a missing one', async () => {
    const [estimated, missing] = await linesOf(await settle(), 'doubtful');
    expect([estimated?.estimated, estimated?.actualWh, estimated?.missing]).toEqual([true, 100, undefined]);
    expect([missing?.actualWh, missing?.amount, missing?.penalty, missing?.missing]).toEqual([
      null,
      null,
      null,
      'meter value',
    ]);
  });

  it('ST-06 does not depend on the order and the batches in which values arrived', async () => {
    const runId = await settle();
    const figures = async (id: string): Promise<unknown> =>
      (await linesOf(runId, id)).slice(-1).map((line) => ({ ...line, tradeId: '', flexOfferId: '' }));
    expect(await figures('sun2')).toEqual(await figures('sun'));
  });

  it('ST-06 settles again by earlier knowledge to the same bytes, whatever was learned since, and proves all', async () => {
    const first = await settle();
    const { knownAt } = await platform.get<{ knownAt: string }>(`/settlement/v1/runs/${first}`);
    await platform.moveTo(platform.platform.clock.now() + 3_600_000);
    await sendCsv(
      platform,
      csvLines('sun', ['2024-03-23', SUNDAY], () => ({ importWh: 7 })),
    );
    const outage = {
      meterId: 'broken',
      from: '2024-03-24T08:00:00Z',
      to: '2024-03-24T09:00:00Z',
      withdrawn: true,
    };
    await platform.put('/metering/v1/outages/o1', outage);
    await platform.put('/settlement/v1/contracts/idle-1', contractBody('idle', { penaltyPerKwh: '0.03' }));
    await platform.tell('deliveries.corrected', {
      deliveries: [
        {
          ...{
            tradeId: `plan-${SEVEN}`,
            flexOfferId: 'plan-offer',
            participantId: 'plan',
            deviceId: 'plan-device',
          },
          ...{ interval: SEVEN, orderedWh: 50, defaultWh: 500, scheduledWh: 450, version: 2 },
        },
      ],
    });
    const hashes = async (runId: string): Promise<string[]> =>
      [...(await reportsOf(runId)).values()]
        .map((report) => `${report.participantId} ${report.evidenceHash}`)
        .sort();
    const [before, now, again] = [
      await hashes(first),
      await hashes(await settle()),
      await hashes(await settle(knownAt)),
    ];
    expect(again).toEqual(before);
    expect(before.filter((hash) => !now.includes(hash)).map((hash) => hash.split(' ')[0])).toEqual([
      'broken',
      'idle',
      'plan',
      'sun',
    ]);
    for (const { reportId } of (await reportsOf(first)).values())
      expect(await platform.get(`/settlement/v1/reports/${reportId}/verification`)).toMatchObject({
        valid: true,
      });
  });

  it.each([
    [
      'post',
      '/metering/v1/temperatures',
      [{ gridNode: 'lu', intervalStart: '2024-03-31T00:01:00Z', intervalSeconds: 900, celsius: 1 }],
      '[0].intervalStart',
    ],
    [
      'post',
      '/settlement/v1/prognoses',
      { meterId: 'plan', day: SUNDAY, energyWh: Array.from({ length: 96 }, () => 1) },
      'energyWh',
    ],
    ['put', '/metering/v1/outages/o2', { meterId: 'idle', from: PERIOD.to, to: PERIOD.from }, 'to'],
    [
      'post',
      '/settlement/v1/baseline-checks',
      { participantId: 'idle', method: '10-of-10', from: SUNDAY, to: '2024-03-01' },
      'to',
    ],
    ['post', '/settlement/v1/runs', { ...PERIOD, knownAt: '2030-01-01T00:00:00Z' }, 'knownAt'],
  ] as const)('ST-03 %s to %s is refused by field', async (method, path, body, field) => {
    const answer = await platform[method](path, body);
    expect(answer.status).toBe(400);
    expect(answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)).toEqual([field]);
  });
});
