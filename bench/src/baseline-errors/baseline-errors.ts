import type { Benchmark, BenchmarkResult } from '../benchmark.js';
import { WrongResult } from '../benchmark.js';
import { firstHalf } from './halves.js';
import { readLoadProfiles } from './load-profiles.js';
import { GENERAL, REFERENCE, measure, methodsFor } from './measure.js';
import type { MeasuredSite } from './tables.js';
import { headline, relative } from './tables.js';

/** One hour: California's adjustment ends that long before the event. */
export const NOTICE = 4;

/**
 * How far the general baseline is from what six sites really consumed, beside 10-of-10 without adjustment. Not a
 * speed: the value is the error in percent (RRMSE), one run, the same on every machine.
 */
export const baselineErrors: Benchmark = {
  summary: 'error of the general baseline beside 10-of-10; the size is the length of the event in quarters',
  sizes: [8],
  run(size, progress) {
    const results = readLoadProfiles().map((site): BenchmarkResult => {
      const compared = methodsFor(site).filter(({ name }) => [GENERAL, REFERENCE].includes(name));
      const days = site.days.filter((day) => !firstHalf(day));
      const methods = compared.map((method) => measure(site, method, days, { length: size, notice: NOTICE }));
      progress(site.name);
      return resultOf({ site, methods }, size);
    });
    return Promise.resolve(results);
  },
};

function resultOf(measured: MeasuredSite, size: number): BenchmarkResult {
  const [found] = headline(measured, () => true);
  if (found === undefined) throw new WrongResult(`${measured.site.name} has no day with both baselines`);
  const four = (value: number): number => Number(value.toPrecision(4));
  const value = four(relative(found.general) * 100);
  const reference = four(relative(found.reference) * 100);
  return {
    name: found.name,
    size,
    value,
    unit: '%',
    reference: { name: REFERENCE, value: reference },
    ratio: four(value / reference),
  };
}
