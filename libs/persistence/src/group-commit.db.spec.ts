import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPlatform, type TestPlatform } from '#testing';
import { GroupCommit } from './group-commit.js';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform([]);
  await platform.platform.database.query('CREATE TABLE item (value integer CHECK (value >= 0))');
});
afterAll(() => platform.close());

function commits(groups: number[]): GroupCommit<number, number> {
  return new GroupCommit(platform.platform.database, async (transaction, items) => {
    groups.push(items.length);
    await transaction.query('INSERT INTO item SELECT unnest($1::int[])', [items]);
    return items.map((item) => item * 2);
  });
}

describe('group commit', () => {
  it('answers each item with its own outcome, and needs few commits for many items', async () => {
    const groups: number[] = [];
    const commit = commits(groups);
    const numbers = Array.from({ length: 1200 }, (_, index) => index);
    const outcomes = await Promise.all(numbers.map((number) => commit.submit(number)));
    expect(outcomes).toEqual(numbers.map((number) => number * 2));
    expect(groups.reduce((sum, size) => sum + size, 0)).toBe(1200);
    expect(groups.length).toBeLessThan(10);
    const [row] = await platform.platform.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM item',
    );
    expect(row?.n).toBe(1200);
  });

  it('refuses all items of a group that cannot be stored, and goes on with the next', async () => {
    const commit = commits([]);
    const outcomes = await Promise.allSettled([commit.submit(1), commit.submit(-1)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    await expect(commit.submit(5)).resolves.toBe(10);
  });
});
