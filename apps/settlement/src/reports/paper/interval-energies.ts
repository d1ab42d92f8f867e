import { instantOf, intervalOf, type IntervalIndex, type WattHours } from '#flexoffer';
import type { ReportLine } from '#settlement';

/** What the meter should have seen and did see in an interval, consumption-positive; null: not known. */
export interface IntervalEnergies {
  readonly interval: IntervalIndex;
  readonly baselineWh: WattHours | null;
  readonly scheduledWh: WattHours | null;
  readonly actualWh: WattHours | null;
}

/**
 * The energies at the meter in every interval that has been traded. Several FlexOffers behind one meter move it together:
 *
 * ```
 * baseline 900    heat pump scheduled 700 (-200)    car scheduled 1000 (+100)    together 800
 * ```
 * @param lines by interval, as in a report
 */
export function intervalEnergies(lines: readonly ReportLine[]): IntervalEnergies[] {
  const found = new Map<IntervalIndex, { first: ReportLine; changes: Map<string, WattHours | null> }>();
  for (const line of lines) {
    const interval = intervalOf(Date.parse(line.intervalStart));
    const entry = found.get(interval) ?? { first: line, changes: new Map<string, WattHours | null>() };
    found.set(interval, entry);
    const { baselineWh, scheduledWh } = line;
    entry.changes.set(
      line.flexOfferId,
      baselineWh === null || scheduledWh === null ? null : scheduledWh - baselineWh,
    );
  }
  return [...found].map(([interval, { first, changes }]) => ({
    interval,
    baselineWh: first.baselineWh,
    scheduledWh: [...changes.values()].reduce(
      (sum, change) => (sum === null || change === null ? null : sum + change),
      first.baselineWh,
    ),
    actualWh: first.actualWh,
  }));
}

/** Intervals that follow one another without a gap, so that a line may be drawn through them. */
export function runsOf(energies: readonly IntervalEnergies[]): IntervalEnergies[][] {
  const runs: IntervalEnergies[][] = [];
  for (const each of energies) {
    const last = runs.at(-1);
    if (last?.at(-1)?.interval === each.interval - 1) last.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** The hour of an interval in words: `14:15`. */
export function timeOf(interval: IntervalIndex, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return format.format(instantOf(interval));
}
