import type { Instant, IntervalIndex } from '#flexoffer';
import { countingBlocks, settlingValues, type SettlingValues } from '#meter-data';
import type { Queryable } from '../queryable.js';
import { meteredDirections } from './blocks/metered-directions.js';
import { overlappingBlocks } from './blocks/stored-blocks.js';

/** What is known of one meter from `from` on, one place per interval. */
export interface MeterCurve extends SettlingValues {
  readonly meterId: string;
  readonly from: IntervalIndex;
}

/**
 * What was known of meters at an instant, as curves.
 *
 * @param question.meterIds some hundreds at most: all their readings are in memory at once
 * @param question.to exclusive
 * @returns a curve for every meter asked for, also for one that nothing is known of
 */
export async function meterCurves(
  database: Queryable,
  question: {
    readonly meterIds: readonly string[];
    readonly from: IntervalIndex;
    readonly to: IntervalIndex;
    readonly knownAt: Instant;
  },
): Promise<Map<string, MeterCurve>> {
  const { from, to, knownAt } = question;
  const meterIds = [...new Set(question.meterIds)];
  const directions = await meteredDirections(database, meterIds, knownAt);
  const ranges = meterIds.map((meterId) => ({ meterId, from, to }));
  const blocks = await overlappingBlocks(database, ranges, knownAt);
  return new Map(
    meterIds.map((meterId, index): [string, MeterCurve] => {
      const known = blocks[index] ?? [];
      const counting = countingBlocks(known, from, to);
      const values = settlingValues(known, counting, directions.get(meterId) ?? new Set(), from);
      return [meterId, { meterId, from, ...values }];
    }),
  );
}
