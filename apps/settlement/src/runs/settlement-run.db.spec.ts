import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { administrationService } from '../../../administration/src/service.js';
import { DAY } from '../testing/settlement-platform.js';
import { tellAsked } from '../testing/metered-days.js';
import { startTradedDay, type Summary, type TradedDay } from '../testing/traded-day.js';

let day: TradedDay;

beforeAll(async () => {
  day = await startTradedDay(administrationService);
});
afterAll(() => day.close());

const RUNS = '/settlement/v1/runs';
const REPORTS = '/settlement/v1/reports';

interface Balance {
  readonly party: string;
  readonly amount: string;
}

/** Nothing can be written of that participant any more. */
async function whileStuckAt(participantId: string): Promise<void> {
  await day.platform.database.query(`
    CREATE FUNCTION settlement.stuck() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.participant_id = '${participantId}' THEN RAISE EXCEPTION 'stuck'; END IF; RETURN NEW; END $$`);
  await day.platform.database.query(`
    CREATE TRIGGER stuck BEFORE INSERT ON settlement.report FOR EACH ROW EXECUTE FUNCTION settlement.stuck()`);
}

async function unstuck(): Promise<void> {
  await day.platform.database.query('DROP TRIGGER stuck ON settlement.report');
  await day.platform.database.query('DROP FUNCTION settlement.stuck');
}

describe('a settlement run', () => {
  it('ST-05 balances to the last millionth', async () => {
    const runId = await day.run();
    const balances = await day.get<Balance[]>(`/settlement/v1/balances?runId=${runId}`);
    expect(balances.map(({ party, amount }) => [party, amount])).toEqual([
      ['aggregator', '0.003750'],
      ['dso', '-0.022000'],
      ['house', '0.017000'],
      ['operator', '0.001250'],
    ]);
    const sum = balances.reduce((total, { amount }) => total + BigInt(amount.replace('.', '')), 0n);
    expect(sum).toBe(0n);
    const own = await day.as(day.houseToken)(`/settlement/v1/balances?runId=${runId}`);
    expect(own.json<Balance[]>().map(({ party }) => party)).toEqual(['house']);
  });

  it('ST-05 is the same run under the same Idempotency-Key, and another key or none is another', async () => {
    const key = { 'idempotency-key': 'march' };
    const first = await day.run(key);
    expect(await day.run(key)).toBe(first);
    expect(await day.run()).not.toBe(first);
    const other = await day.post(RUNS, { from: DAY.from, to: '2024-03-12T22:00:00Z' }, key);
    expect(other.status).toBe(409);
  });

  it('ST-05 settles one participant where that is its scope', async () => {
    const runId = await day.run({}, { scope: { participantId: 'house' } });
    const reports = await day.get<Summary[]>(`${REPORTS}?runId=${runId}`);
    expect(reports.map(({ participantId }) => participantId)).toEqual(['house']);
  });

  it('ST-05 counts trades whose parts are not all known', async () => {
    const interval = intervalOf(Date.parse('2024-03-14T06:00:00Z'));
    await day.tell('deliveries.assigned', {
      deliveries: [
        {
          tradeId: 'untold',
          flexOfferId: 'house-later',
          participantId: 'house',
          interval,
          orderedWh: 1,
          defaultWh: 2,
          scheduledWh: 1,
        },
      ],
    });
    const runId = await day.run({}, { from: '2024-03-14T00:00:00Z', to: '2024-03-15T00:00:00Z' });
    expect(await day.get(`${RUNS}/${runId}`)).toMatchObject({ incompleteTrades: 1, reports: 0 });
  });

  it('ST-05 goes on where it was given up, under the same key, and writes no report twice', async () => {
    const interval = intervalOf(Date.parse('2024-03-16T06:00:00Z'));
    const homes = Array.from({ length: 40 }, (_, number) => `home-${String(number).padStart(2, '0')}`);
    await tellAsked(
      day,
      homes.map((participantId) => ({
        participantId,
        interval,
        orderedWh: 10,
        tradedAt: Date.parse(DAY.from),
      })),
    );
    await whileStuckAt('home-35');
    const period = { from: '2024-03-16T00:00:00Z', to: '2024-03-17T00:00:00Z' };
    const runId = await day.run({ 'idempotency-key': 'stuck' }, period);
    const stuck = { participants: 40, settledParticipants: 32, reports: 32 };
    expect(await day.get(`${RUNS}/${runId}`)).toMatchObject({ state: 'failed', ...stuck });
    await unstuck();
    expect(await day.run({ 'idempotency-key': 'stuck' }, period)).toBe(runId);
    const whole = { participants: 40, settledParticipants: 40, reports: 40 };
    expect(await day.get(`${RUNS}/${runId}`)).toMatchObject({ state: 'completed', ...whole });
    const reports = await day.get<Summary[]>(`${REPORTS}?runId=${runId}`);
    expect(reports.map(({ participantId }) => participantId).sort()).toEqual(homes);
  });

  it('sums zones over the meters that are known', async () => {
    await day.run();
    const zones = await day.get<object[]>(`/settlement/v1/zone-energy?from=${DAY.from}&to=${DAY.to}`);
    expect(zones[0]).toEqual({
      gridNode: 'lu.north',
      intervalStart: '2024-03-12T06:00:00Z',
      baselineWh: 500,
      scheduledWh: 300,
      measuredWh: 300,
      meters: 1,
      missingMeters: 2,
    });
  });

  it.each([
    [{ from: DAY.to, to: DAY.from }, 'to'],
    [{ from: '2024-03-11T23:01:00Z', to: DAY.to }, 'from'],
    [{ to: DAY.to }, 'from'],
    [{ ...DAY, surprise: 1 }, 'surprise'],
    [{ ...DAY, scope: { participantId: 'nobody' } }, 'scope.participantId'],
  ])('refuses %j', async (body, path) => {
    const answer = await day.post(RUNS, body);
    expect(answer.status).toBe(400);
    expect(answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)).toContain(path);
  });
});
