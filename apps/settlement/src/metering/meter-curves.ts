import type { Instant, IntervalIndex } from '#flexoffer';
import { originOf, type KnownQuality, type ReadingSource } from '#meter-data';
import type { Queryable } from '../queryable.js';

/** What is known of one meter from `from` on, one place per interval. */
export interface MeterCurve {
  readonly meterId: string;
  readonly from: IntervalIndex;
  /** NaN: no value that may settle (missing, or a placeholder). */
  readonly importWh: Float64Array;
  readonly exportWh: Float64Array;
  /** Index in `ORIGINS`; 0: no value. */
  readonly origin: Uint8Array;
}

interface CurveRow {
  readonly meter_id: string;
  readonly intervals: string;
  readonly imports: string;
  readonly exports: string;
  readonly origins: string;
}

const CURVES = `
  SELECT meter_id, string_agg(interval::text, ',') AS intervals, string_agg(import_wh::text, ',') AS imports,
    string_agg(export_wh::text, ',') AS exports, string_agg(source || ' ' || quality, ',') AS origins
  FROM (SELECT DISTINCT ON (meter_id, interval) * FROM settlement.reading
    WHERE meter_id = ANY($1) AND interval >= $2 AND interval < $3 AND known_at <= $4
    ORDER BY meter_id, interval, version DESC) latest
  GROUP BY meter_id`;

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
  const curves = new Map(meterIds.map((meterId) => [meterId, emptyCurve(meterId, from, to)]));
  for (const row of await database.query<CurveRow>(CURVES, [meterIds, from, to, new Date(knownAt)])) {
    const curve = curves.get(row.meter_id);
    if (curve) fill(curve, row);
  }
  return curves;
}

function emptyCurve(meterId: string, from: IntervalIndex, to: IntervalIndex): MeterCurve {
  const values = (): Float64Array => new Float64Array(to - from).fill(NaN);
  return { meterId, from, importWh: values(), exportWh: values(), origin: new Uint8Array(to - from) };
}

function fill(curve: MeterCurve, row: CurveRow): void {
  const [imports, exports, origins] = [
    row.imports.split(','),
    row.exports.split(','),
    row.origins.split(','),
  ];
  for (const [index, interval] of row.intervals.split(',').entries()) {
    const place = Number(interval) - curve.from;
    const [source, quality] = (origins[index] ?? '').split(' ');
    curve.importWh[place] = Number(imports[index]);
    curve.exportWh[place] = Number(exports[index]);
    curve.origin[place] = originOf(source as ReadingSource, quality as KnownQuality);
  }
}
