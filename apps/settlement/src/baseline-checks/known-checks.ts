import { formatInstant, type Instant } from '#flexoffer';
import type { BaselineCheck } from '#settlement';
import type { Queryable } from '../queryable.js';
import type { CheckContent } from './baseline-check.entity.js';

interface CheckRow {
  readonly meter_id: string;
  readonly method: string;
  readonly content: CheckContent;
  readonly known_at: Date;
}

/** The latest check of each method on each meter that was known at an instant, by meter and method. */
export async function latestChecks(
  database: Queryable,
  meterIds: readonly string[],
  knownAt: Instant,
): Promise<CheckRow[]> {
  return database.query<CheckRow>(
    `SELECT DISTINCT ON (meter_id, method) meter_id, method, content, known_at FROM settlement.baseline_check
     WHERE meter_id = ANY($1) AND known_at <= $2 ORDER BY meter_id, method, version DESC`,
    [meterIds, new Date(knownAt)],
  );
}

/** As `latestChecks`, as settlement uses them. */
export async function baselineChecks(
  database: Queryable,
  meterIds: readonly string[],
  knownAt: Instant,
): Promise<ReadonlyMap<string, readonly BaselineCheck[]>> {
  const found = new Map<string, BaselineCheck[]>();
  for (const { meter_id, method, content, known_at } of await latestChecks(database, meterIds, knownAt)) {
    const checkedAt = formatInstant(known_at.getTime());
    const ofMeter = found.get(meter_id) ?? [];
    found.set(meter_id, ofMeter);
    ofMeter.push({ method, checkedAt, faults: content.faults });
  }
  return found;
}
