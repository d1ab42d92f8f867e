import { describe, expect, it } from '@jest/globals';
import { parseShares } from './contract-shares.js';

describe('parseShares', () => {
  it('reads shares that sum to one', () => {
    expect(parseShares({ prosumer: '0.7', aggregator: '0.2', operator: '0.1' })).toEqual({
      ok: true,
      value: { prosumer: 700_000, aggregator: 200_000, operator: 100_000 },
    });
  });

  it.each([
    [{ prosumer: '0.7', aggregator: '0.2', operator: '0.2' }, ['shares']],
    [{ prosumer: '1.1', aggregator: '-0.1', operator: '0' }, ['shares.prosumer', 'shares.aggregator']],
    [{ prosumer: 'most', aggregator: '0', operator: '0' }, ['shares.prosumer']],
  ])('refuses %j', (shares, paths) => {
    const result = parseShares(shares);
    expect(result.ok ? [] : result.faults.map(({ path }) => path)).toEqual(paths);
  });
});
