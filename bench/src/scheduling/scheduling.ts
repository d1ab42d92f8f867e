import type { Benchmark } from '../benchmark.js';
import { againstSolver } from './against-solver.js';
import { aggregated, oneByOne } from './balance.js';
import { ExactSolver } from './exact-solver.js';

export const scheduling: Benchmark = {
  summary:
    'seconds for plans that balance offers or follow a target, what is left over, gap to the proven bound',
  sizes: [100, 1000, 10_000],
  run: async (size, progress) => {
    if (size > 1000) return aggregated(size, { seconds: 2, residual: 238 }, progress);
    const solver = await ExactSolver.load();
    const gaps = [
      ...againstSolver(size, 'tight', solver, progress),
      ...againstSolver(size, 'wide', solver, progress),
    ];
    if (size < 1000) return gaps;
    return [
      ...oneByOne(size, { seconds: 1, residual: 16 }, progress),
      ...aggregated(size, { seconds: 1, residual: 20 }, progress),
      ...gaps,
    ];
  },
};
