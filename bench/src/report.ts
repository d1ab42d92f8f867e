import { cpus } from 'node:os';
import type { BenchmarkResult } from './benchmark.js';

/** One line of JSON for machines. */
export function jsonReport(bench: string, results: readonly BenchmarkResult[]): string {
  return JSON.stringify({ bench, node: process.version, cpus: cpus().length, results });
}

/** A table for people. */
export function tableReport(bench: string, results: readonly BenchmarkResult[]): string {
  const rows = results.map(({ name, size, value, unit, reference, ratio }) =>
    [
      name.padEnd(12),
      String(size).padStart(9),
      `${value} ${unit}`.padStart(20),
      `${reference.value} ${unit}`.padStart(20),
      String(ratio).padStart(10),
      `  ${reference.name}`,
    ].join(''),
  );
  const head = `${'result'.padEnd(12)}${'size'.padStart(9)}${'value'.padStart(20)}${'reference'.padStart(20)}${'ratio'.padStart(10)}`;
  return [`${bench}: Node.js ${process.version}, ${cpus().length} processors`, head, ...rows].join('\n');
}
