import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { TestAnswer } from '#testing';
import { administrationService } from '../../../administration/src/service.js';
import { DAY } from '../testing/settlement-platform.js';
import { FIRST, startTradedDay, type Summary, type TradedDay } from '../testing/traded-day.js';

let day: TradedDay;

beforeAll(async () => {
  day = await startTradedDay(administrationService);
});
afterAll(() => day.close());

const RUNS = '/settlement/v1/runs';
const REPORTS = '/settlement/v1/reports';

describe('settlement reports', () => {
  it('ST-04 compares what was measured with baseline and schedule, line by line', async () => {
    const runId = await day.run();
    expect(await day.get(`${RUNS}/${runId}`)).toMatchObject({
      state: 'completed',
      reports: 3,
      incompleteTrades: 0,
      ...DAY,
    });
    const { reportId } = await day.reportOf(runId, 'house');
    expect(await day.get(`${REPORTS}/${reportId}`)).toMatchObject({
      runId,
      version: 1,
      contractId: 'house-1',
      meterId: 'house-meter',
      lines: [
        {
          tradeId: `trade-${FIRST}`,
          intervalStart: '2024-03-12T06:00:00Z',
          baselineWh: 500,
          scheduledWh: 300,
          actualWh: 300,
          orderedWh: 200,
          deliveredWh: 200,
          deficiencyWh: 0,
          price: '0.100000',
          amount: '0.016000',
          penalty: '0.000000',
        },
        { actualWh: 450, deliveredWh: 50, deficiencyWh: 150, amount: '0.004000', penalty: '0.003000' },
      ],
      totals: { amount: '0.020000', penalty: '0.003000', net: '0.017000' },
    });
  });

  it('ST-05 pays nothing for what is not known, and says what is missing', async () => {
    const runId = await day.run();
    const lines = async (id: string): Promise<unknown[]> => {
      const { reportId } = await day.reportOf(runId, id);
      const report = await day.get<{ lines: { missing?: string; amount: unknown }[] }>(
        `${REPORTS}/${reportId}`,
      );
      return report.lines.map(({ missing, amount }) => [missing, amount]);
    };
    expect(await lines('shop')).toEqual([
      ['no contract', null],
      ['no contract', null],
    ]);
    expect(await lines('car')).toEqual([
      ['meter value; baseline: insufficient-days', null],
      ['meter value; baseline: insufficient-days', null],
    ]);
  });

  it('ST-06 gives evidence that anybody can hash, and verifies every figure by it', async () => {
    const runId = await day.run();
    for (const id of ['house', 'car', 'shop']) {
      const { reportId, evidenceHash } = await day.reportOf(runId, id);
      const evidence = await day.request(`${REPORTS}/${reportId}/evidence`);
      expect(createHash('sha256').update(evidence.text).digest('hex')).toBe(evidenceHash);
      expect(await day.get(`${REPORTS}/${reportId}/verification`)).toEqual({
        valid: true,
        differences: [],
        evidenceHash,
      });
    }
  });

  it('ST-06 makes new versions for corrected readings, and leaves the old ones as they were', async () => {
    const before = await day.reportOf(await day.run(), 'house');
    const again = await day.reportOf(await day.run(), 'house');
    expect([again.version - before.version, again.evidenceHash]).toEqual([1, before.evidenceHash]);
    await day.moveTo(day.platform.clock.now() + 60_000);
    await day.readings([['house-meter', FIRST + 1, 300]]);
    const corrected = await day.reportOf(await day.run(), 'house');
    expect([corrected.version - before.version, corrected.totals.net]).toEqual([2, '0.032000']);
    expect(await day.get(`${REPORTS}/${before.reportId}`)).toMatchObject({
      totals: { net: '0.017000' },
    });
  });

  it('ST-06 finds what someone changed behind its back', async () => {
    const { reportId } = await day.reportOf(await day.run(), 'house');
    const { database } = day.platform;
    await database.transaction(async (transaction) => {
      await transaction.query('ALTER TABLE settlement.ledger_entry DISABLE TRIGGER USER');
      await transaction.query(
        `UPDATE settlement.ledger_entry SET amount_micro = amount_micro + 1
         WHERE report_id = $1 AND party = 'house' AND entry = 1`,
        [reportId],
      );
      await transaction.query('ALTER TABLE settlement.ledger_entry ENABLE TRIGGER USER');
    });
    expect(await day.get(`${REPORTS}/${reportId}/verification`)).toMatchObject({
      valid: false,
      differences: [{ path: 'ledger.house', reported: '0.032001', recomputed: '0.032000' }],
    });
  });

  it('shows a prosumer its own reports only', async () => {
    const runId = await day.run();
    const house = day.as(day.houseToken);
    const seen = (await house(`${REPORTS}?runId=${runId}`)).json<Summary[]>();
    expect(seen.map(({ participantId }) => participantId)).toEqual(['house']);
    const { reportId } = await day.reportOf(runId, 'car');
    expect((await house(`${REPORTS}/${reportId}`)).status).toBe(404);
    expect((await house(RUNS, { method: 'POST' })).status).toBe(403);
  });

  it('gives a report as CSV, and says what it cannot give', async () => {
    const { reportId } = await day.reportOf(await day.run(), 'house');
    const as = (accept: string): Promise<TestAnswer> =>
      day.request(`${REPORTS}/${reportId}`, { headers: { accept } });
    const csv = await as('text/csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text.split('\n')).toHaveLength(4);
    expect((await as('text/html')).status).toBe(406);
    const page = await as('application/pdf');
    expect(page.headers.get('content-type')).toBe('application/pdf');
    expect(page.text.startsWith('%PDF-')).toBe(true);
  });
});
