import { formatInstant, instantOf, type WattHours } from '#flexoffer';
import { safeInteger } from '#persistence';
import type { IntervalRange } from '../interval-range/interval-range.js';
import type { Queryable } from '../queryable.js';

/** What the meters with deliveries of one zone and interval did, summed; consumption-positive. */
export interface ZoneEnergy {
  readonly gridNode: string;
  readonly intervalStart: string;
  /** Null if it is known of none of the meters, as are the next two. */
  readonly baselineWh: WattHours | null;
  readonly scheduledWh: WattHours | null;
  readonly measuredWh: WattHours | null;
  /** How many meters are in the sums, and how many are left out since a figure is missing. */
  readonly meters: number;
  readonly missingMeters: number;
}

interface ZoneRow {
  readonly zone: string;
  readonly interval_start: string;
  readonly baseline_wh: string | null;
  readonly scheduled_wh: string | null;
  readonly measured_wh: string | null;
  readonly meters: number;
  readonly missing: number;
}

/**
 * The lines of one interval share the meter's baseline and measured value, which therefore count once; an offer's
 * change of schedule counts once however many trades it serves. All three sums are over the same meters.
 */
const ZONES = `
  WITH offer AS (
    SELECT DISTINCT report_id, zone, line.* FROM settlement.report, jsonb_to_recordset(content -> 'lines') AS
      line ("intervalStart" text, "flexOfferId" text, "baselineWh" bigint, "scheduledWh" bigint, "actualWh" bigint)
    WHERE run_id = $1 AND line."intervalStart" >= $2 AND line."intervalStart" < $3
  ), meter AS (
    SELECT zone, "intervalStart" AS interval_start, max("baselineWh") AS baseline_wh,
      max("baselineWh") + sum("scheduledWh" - "baselineWh") AS scheduled_wh, max("actualWh") AS measured_wh
    FROM offer GROUP BY report_id, zone, "intervalStart"
  ), judged AS (SELECT *, baseline_wh IS NOT NULL AND measured_wh IS NOT NULL AS known FROM meter)
  SELECT zone, interval_start, count(*) FILTER (WHERE known)::integer AS meters,
    count(*) FILTER (WHERE NOT known)::integer AS missing,
    (sum(baseline_wh) FILTER (WHERE known))::text AS baseline_wh,
    (sum(scheduled_wh) FILTER (WHERE known))::text AS scheduled_wh,
    (sum(measured_wh) FILTER (WHERE known))::text AS measured_wh
  FROM judged GROUP BY zone, interval_start ORDER BY interval_start, zone COLLATE "C"`;

/** By interval and zone, from the latest completed run of everybody that overlaps `range`; empty without one. */
export async function zoneEnergy(database: Queryable, { from, to }: IntervalRange): Promise<ZoneEnergy[]> {
  const [run] = await database.query<{ run_id: string; period_from: number; period_to: number }>(
    `SELECT run_id, period_from, period_to FROM settlement.run
     WHERE state = 'completed' AND scope_participant_id IS NULL AND period_from < $2 AND period_to > $1
     ORDER BY number DESC LIMIT 1`,
    [from, to],
  );
  if (!run) return [];
  const rows = await database.query<ZoneRow>(ZONES, [
    run.run_id,
    formatInstant(instantOf(Math.max(from, run.period_from))),
    formatInstant(instantOf(Math.min(to, run.period_to))),
  ]);
  return rows.map((row) => ({
    gridNode: row.zone,
    intervalStart: row.interval_start,
    baselineWh: orNull(row.baseline_wh),
    scheduledWh: orNull(row.scheduled_wh),
    measuredWh: orNull(row.measured_wh),
    meters: row.meters,
    missingMeters: row.missing,
  }));
}

const orNull = (value: string | null): WattHours | null => (value === null ? null : safeInteger(value));
