import { afterEach, describe, expect, it } from '@jest/globals';
import { clear } from '#scheduling';
import { ClearingThread } from './clearing-thread.js';
import { problem } from './testing/small-problem.js';

const thread = new ClearingThread();
afterEach(() => thread.onApplicationShutdown());

describe('the clearing thread', () => {
  it('MK-03 finds what the search finds, and proves it afterwards', async () => {
    for (let gate = 0; gate < 2; gate += 1) {
      const { found, proof } = await thread.search(problem);
      const { boundMicro, progress } = await proof;
      expect({ ...found, boundMicro }).toEqual(clear(problem));
      expect(progress).toMatchObject({ isLate: false });
    }
  });

  it('MK-03 tells why the search failed, and goes on with the next problem', async () => {
    const [order] = problem.sellOrders;
    const twice = { ...problem, sellOrders: [order!, order!] };
    await expect(thread.search(twice)).rejects.toThrow('the same sell order appears twice');
    expect((await thread.search(problem)).found.trades.length).toBeGreaterThan(0);
  });

  it('MK-03 leaves nobody waiting when it ends, and starts anew for the next problem', async () => {
    const searching = thread.search(problem);
    await Promise.all([
      expect(searching).rejects.toThrow('ended without an answer'),
      thread.onApplicationShutdown(),
    ]);
    expect((await thread.search(problem)).found.trades.length).toBeGreaterThan(0);
  });
});
