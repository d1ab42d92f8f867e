import type { Schedule, WattHours } from '../flex-offer.js';
import { splitEvenly } from '../energy/split-evenly.js';
import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import { instantOf, intervalOf, INTERVAL_SECONDS } from '../time.js';
import type { EnergyScale } from './energy-scale.js';
import type { MessageFields } from './message-fields.js';

/**
 * A schedule in single intervals and whole watt-hours, before it is fitted to the rounded bounds. Running totals are
 * rounded rather than energies, so that the sum is the message's sum to half a watt-hour; the whole watt-hours of a
 * slice are then spread evenly over its intervals, larger parts first.
 */
export function readSchedule(
  fields: MessageFields,
  scale: EnergyScale,
  ...names: readonly string[]
): Schedule | undefined {
  const schedule = fields.object(...names);
  if (schedule === undefined) return undefined;
  const instant = schedule.instant('start');
  if (instant === undefined && !schedule.has('startTime', 'startInterval')) {
    schedule.fault('startTime', 'is missing');
  }
  const energiesWh = readEnergies(schedule, scale);
  if (instant === undefined || energiesWh === undefined) return undefined;
  const start = intervalOf(instant);
  if (instantOf(start) !== instant) {
    return schedule.fault('startTime', `must be the start of an interval of ${INTERVAL_SECONDS} seconds`);
  }
  return { start, energiesWh };
}

function readEnergies(schedule: MessageFields, scale: EnergyScale): WattHours[] | undefined {
  const slices = schedule.objects(MOST_INTERVALS, 'scheduleSlices');
  if (slices === undefined) {
    return schedule.has('scheduleSlices') ? undefined : schedule.fault('scheduleSlices', 'is missing');
  }
  const energiesWh: WattHours[] = [];
  let runningWh = 0;
  let writtenWh = 0;
  for (const slice of slices) {
    const duration = readDuration(slice);
    const energyWh = scale.exactWh(slice, 'energyAmount');
    if (!slice.has('energyAmount')) slice.fault('energyAmount', 'is missing');
    if (energiesWh.length + duration > MOST_INTERVALS) {
      return schedule.fault('scheduleSlices', `must last at most ${MOST_INTERVALS} intervals`);
    }
    runningWh += energyWh ?? 0;
    const wholeWh = Math.round(runningWh) - writtenWh + 0;
    writtenWh += wholeWh;
    energiesWh.push(...splitEvenly(wholeWh, duration));
  }
  return energiesWh;
}

function readDuration(slice: MessageFields): number {
  const duration = slice.integer('duration') ?? 1;
  if (duration >= 1) return duration;
  slice.fault('duration', 'must be at least 1');
  return 1;
}
