import { intervalOf, type Instant } from '#flexoffer';
import {
  prognosisDeadline,
  prognosisInForce,
  type BaselineEvent,
  type LocalDay,
  type PrognosisDay,
} from '#settlement';
import type { Queryable } from '../queryable.js';

interface PrognosisRow {
  readonly meter_id: string;
  readonly day: LocalDay;
  readonly energy_wh: number[];
  readonly submitted_at: Date;
}

/** All that was submitted for days `from` to `to` (inclusive) by some instant, by meter and in order of arrival. */
export async function submittedPrognoses(
  database: Queryable,
  meterIds: readonly string[],
  { from, to, knownAt }: { readonly from: LocalDay; readonly to: LocalDay; readonly knownAt: Instant },
): Promise<ReadonlyMap<string, readonly PrognosisDay[]>> {
  const rows = await database.query<PrognosisRow>(
    `SELECT meter_id, day, energy_wh, submitted_at FROM settlement.prognosis
     WHERE meter_id = ANY($1) AND day >= $2 AND day <= $3 AND submitted_at <= $4 ORDER BY meter_id, day, version`,
    [meterIds, from, to, new Date(knownAt)],
  );
  const found = new Map<string, PrognosisDay[]>();
  for (const row of rows) {
    const ofMeter = found.get(row.meter_id) ?? [];
    found.set(row.meter_id, ofMeter);
    const submittedAt = intervalOf(row.submitted_at.getTime());
    ofMeter.push({ day: row.day, submittedAt, energyWh: row.energy_wh });
  }
  return found;
}

/** Of everything submitted for a meter the one prognosis of each day that counts. */
export function countingPrognoses(
  submitted: readonly PrognosisDay[],
  events: readonly BaselineEvent[],
  zone: string,
): PrognosisDay[] {
  const days = [...new Set(submitted.map(({ day }) => day))];
  return days.flatMap((day) => {
    const ofDay = submitted.filter((prognosis) => prognosis.day === day);
    return prognosisInForce(ofDay, prognosisDeadline(day, zone, events)) ?? [];
  });
}
