import { aggregation } from './aggregation/aggregation.js';
import { baselineErrors } from './baseline-errors/baseline-errors.js';
import type { Benchmark } from './benchmark.js';
import { clearing } from './clearing/clearing.js';
import { disaggregation } from './disaggregation/disaggregation.js';
import { exact } from './exact/exact.js';
import { ingest } from './ingest/ingest.js';
import { parse } from './parse/parse.js';
import { scheduling } from './scheduling/scheduling.js';
import { settlement } from './settlement/settlement.js';
import { trade } from './trade/trade.js';

/** Every benchmark by the name under which it is started. */
export const BENCHMARKS: ReadonlyMap<string, Benchmark> = new Map([
  ['baseline-errors', baselineErrors],
  ['aggregation', aggregation],
  ['disaggregation', disaggregation],
  ['trade', trade],
  ['parse', parse],
  ['exact', exact],
  ['clearing', clearing],
  ['ingest', ingest],
  ['scheduling', scheduling],
  ['settlement', settlement],
]);
