import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf } from '#flexoffer';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from '../../../administration/src/service.js';
import { fmarService } from '../service.js';

const START = Date.parse('2024-03-12T10:00:00Z');
const GATE_MS = 60_000;
const DELIVERY = intervalOf(Date.parse('2024-03-12T12:00:00Z'));
let platform: TestPlatform;
let gates = 0;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, fmarService], {
    ATP_SIMULATED_TIME: new Date(START).toISOString(),
    ATP_GATE_INTERVAL_SECONDS: String(GATE_MS / 1000),
    ATP_LOG_LEVEL: 'error',
  });
  await send('PUT', '/admin/v1/grid-nodes/lu', { kind: 'zone' });
  await query('CREATE SEQUENCE interruption');
  await query(`
    CREATE FUNCTION interrupt_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('interruption') = 1 THEN RAISE EXCEPTION 'interrupted'; END IF;
      RETURN NULL;
    END $$`);
});
afterAll(() => platform.close());

const query = <Row>(sql: string): Promise<Row[]> => platform.platform.database.query<Row>(sql);

async function send(method: string, path: string, sent: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await platform.request(path, { method, headers, body: JSON.stringify(sent) });
  if (answer.status >= 300) throw new Error(answer.text);
}

const order = (orderId: string, side: 'buy' | 'sell'): object => ({
  orderId,
  side,
  gridNode: 'lu',
  flexOffer: {
    startAfterInterval: DELIVERY,
    startBeforeInterval: DELIVERY,
    assignmentBeforeTime: '2024-03-12T11:30:00Z',
    flexOfferProfileConstraints: [
      {
        energyConstraintList: [{ lower: 0, upper: 1 }],
        tariffConstraint:
          side === 'buy' ? { minTariff: 0, maxTariff: 0.3 } : { minTariff: -0.06, maxTariff: 1 },
      },
    ],
    ...(side === 'buy'
      ? {}
      : { defaultSchedule: { startTime: '2024-03-12T12:00:00Z', scheduleSlices: [{ energyAmount: 1 }] } }),
  },
});

/** Everything that a gate leaves behind, as it must be after so many gates that each traded once. */
async function state(): Promise<object> {
  const [row] = await query<object>(`
    SELECT (SELECT count(*)::integer FROM fmar.gate WHERE state = 'cleared') AS gates,
      (SELECT count(*)::integer FROM fmar.clearing) AS clearings,
      (SELECT count(*)::integer FROM fmar.trade) AS trades,
      (SELECT sum(change_wh)::integer FROM fmar.committed_change) AS committed,
      (SELECT sum(accepted_wh)::integer FROM fmar.buy_interval) AS accepted,
      (SELECT count(*)::integer FROM fmar.market_order WHERE closed_at IS NULL) AS open,
      (SELECT count(*)::integer FROM fmar.event WHERE kind = 'trade') AS events,
      (SELECT count(*)::integer FROM messaging.message WHERE topic = 'trades.made') AS messages,
      (SELECT count(*)::integer FROM due_work.item WHERE service = 'fmar') AS due`);
  return row ?? {};
}
const after = (count: number): object => {
  const ones = { gates: count, clearings: count, trades: count, events: count, messages: count };
  return { ...ones, committed: 1000 * count, accepted: 1000 * count, open: 0, due: 1 };
};

describe('a gate that is interrupted', () => {
  it.each([
    ['fmar.gate', 'INSERT'],
    ['fmar.clearing', 'INSERT'],
    ['fmar.trade', 'INSERT'],
    ['fmar.committed_change', 'INSERT'],
    ['fmar.buy_interval', 'UPDATE'],
    ['fmar.market_order', 'UPDATE'],
    ['fmar.event', 'INSERT'],
    ['due_work.item', 'INSERT'],
  ])(
    'MK-04 after its step on %s (%s) leaves nothing behind, and then completes once',
    async (table, event) => {
      gates += 1;
      await send('POST', '/market/v1/orders', order(`buy-${gates}`, 'buy'));
      await send('POST', '/market/v1/orders', order(`sell-${gates}`, 'sell'));
      await query('ALTER SEQUENCE interruption RESTART');
      await query(
        `CREATE TRIGGER interruption AFTER ${event} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION interrupt_once()`,
      );
      await platform.moveTo(START + gates * GATE_MS);
      await query(`DROP TRIGGER interruption ON ${table}`);
      const [{ attempts } = { attempts: 0 }] = await query<{ attempts: number }>(
        'SELECT last_value::integer AS attempts FROM interruption',
      );
      expect(attempts).toBeGreaterThan(1);
      expect(await state()).toEqual(after(gates));
    },
  );
});
