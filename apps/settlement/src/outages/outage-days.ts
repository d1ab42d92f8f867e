import { intervalOf, type Instant } from '#flexoffer';
import { localDays, type LocalDay } from '#settlement';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { intervalFrom } from '../interval-range/interval-range.js';
import type { Queryable } from '../queryable.js';

interface OutageRow {
  readonly meter_id: string;
  readonly outage_from: Date;
  readonly outage_to: Date;
}

/** The local days in `range` that outages touched, by meter and in order, as they were known at an instant. */
export async function outageDays(
  database: Queryable,
  meterIds: readonly string[],
  { from, to, knownAt }: IntervalRange & { readonly knownAt: Instant },
  zone: string,
): Promise<ReadonlyMap<string, readonly LocalDay[]>> {
  const rows = await database.query<OutageRow>(
    `SELECT meter_id, outage_from, outage_to FROM (
       SELECT DISTINCT ON (outage_id) * FROM settlement.outage
       WHERE meter_id = ANY($1) AND known_at <= $2 ORDER BY outage_id, version DESC) latest
     WHERE NOT withdrawn`,
    [meterIds, new Date(knownAt)],
  );
  const days = new Map<string, Set<LocalDay>>();
  for (const row of rows) {
    const first = Math.max(from, intervalOf(row.outage_from.getTime()));
    const end = Math.min(to, intervalFrom(row.outage_to.getTime()));
    const ofMeter = days.get(row.meter_id) ?? new Set();
    days.set(row.meter_id, ofMeter);
    for (const day of localDays(first, end, zone)) ofMeter.add(day);
  }
  return new Map([...days].map(([meterId, ofMeter]) => [meterId, [...ofMeter].sort()]));
}
