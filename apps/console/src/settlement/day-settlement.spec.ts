import { describe, expect, it } from '@jest/globals';
import { runToShow } from './day-settlement.js';
import type { Run } from './report.js';

const run = (runId: string, from: number, to: number, state = 'completed', scoped = false): Run => ({
  runId,
  from,
  to,
  state,
  scoped,
});

describe('the run to show', () => {
  it('is the latest that settles everybody and did not fail', () => {
    const runs = [
      run('d', 0, 100, 'failed'),
      run('c', 0, 100, 'completed', true),
      run('b', 0, 100),
      run('a', 0, 100),
    ];
    expect(runToShow(runs, 0, 100)?.runId).toBe('b');
  });

  it('touches the day; one that ends where the day begins does not', () => {
    expect(runToShow([run('a', 0, 100), run('b', 200, 300)], 100, 200)).toBeUndefined();
    expect(runToShow([run('a', 0, 101)], 100, 200)?.runId).toBe('a');
  });
});
