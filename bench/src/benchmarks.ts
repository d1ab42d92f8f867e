import type { Benchmark } from './benchmark.js';
import { trade } from './trade/trade.js';

/** Every benchmark by the name under which it is started. */
export const BENCHMARKS: ReadonlyMap<string, Benchmark> = new Map([['trade', trade]]);
