import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '#clock';
import { startTestPlatform, type TestPlatform } from '#testing';
import { DueWork } from './due-work.js';

const START = 1_706_688_000_000;
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform([], { ATP_LOG_LEVEL: 'error' });
});
afterAll(() => platform.close());

function dueWork(): { clock: SimulatedClock; work: DueWork; done: string[] } {
  const clock = new SimulatedClock(START);
  const work = new DueWork(platform.platform.database, clock);
  const done: string[] = [];
  work.handle('fman', 'note', async (_transaction, item) => void done.push(item.key));
  return { clock, work, done };
}

const plan = (work: DueWork, kind: string, key: string, dueAt: number): Promise<void> =>
  platform.platform.database.transaction((transaction) => work.plan(transaction, 'fman', kind, key, dueAt));

describe('due work', () => {
  it('is done when its time has come, in the order of its times, and once', async () => {
    const { clock, work, done } = dueWork();
    await plan(work, 'note', 'later', START + 2000);
    await plan(work, 'note', 'sooner', START + 1000);
    await plan(work, 'note', 'much later', START + 9000);
    await work.doDue('fman');
    expect(done).toEqual([]);
    clock.moveTo(START + 2000);
    await work.doDue('fman');
    await work.doDue('fman');
    expect(done).toEqual(['sooner', 'later']);
    expect(await work.next()).toEqual({ dueAt: START + 9000, services: ['fman'] });
    clock.moveTo(START + 9000);
    await work.doDue('fman');
  });

  it('is planned only once when a chain is alive, and moves when planned again', async () => {
    const { clock, work, done } = dueWork();
    await work.planIfAbsent('fman', 'note', 'chain', START + 5000);
    await work.planIfAbsent('fman', 'note', 'chain', START + 1000);
    expect((await work.next())?.dueAt).toBe(START + 5000);
    await plan(work, 'note', 'chain', START + 3000);
    expect((await work.next())?.dueAt).toBe(START + 3000);
    clock.moveTo(START + 5000);
    await work.doDue('fman');
    expect(done).toEqual(['chain']);
  });

  it('that fails undoes what it wrote, is tried again, and is put aside in the end', async () => {
    const { clock, work, done } = dueWork();
    let attempts = 0;
    work.handle('fman', 'fail', async (transaction) => {
      attempts++;
      await transaction.query(`INSERT INTO due_work.item VALUES ('x', 'y', $1, now())`, [String(attempts)]);
      throw new Error('no luck');
    });
    await plan(work, 'fail', 'a', START);
    await plan(work, 'note', 'b', START);
    clock.moveTo(START + 1);
    await work.doDue('fman');
    expect(attempts).toBe(5);
    expect(done).toEqual(['b']);
    const { database } = platform.platform;
    expect(await database.query(`SELECT 1 FROM due_work.item WHERE service = 'x'`)).toEqual([]);
    expect(
      await database.query('SELECT key, attempts FROM due_work.item WHERE failed_at IS NOT NULL'),
    ).toEqual([{ key: 'a', attempts: 5 }]);
  });
});
