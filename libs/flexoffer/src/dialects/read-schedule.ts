import type { Schedule, Slice, WattHours } from '../flex-offer.js';
import { splitEvenly } from '../energy/split-evenly.js';
import { MOST_INTERVALS } from '../feasibility/most-intervals.js';
import { instantOf, intervalOf, INTERVAL_SECONDS } from '../time.js';
import type { EnergyScale } from './energy-scale.js';
import type { MessageFields } from './message-fields.js';
import { refuseOtherIntervals } from './unsupported-kinds.js';

/** One entry of a schedule's message. */
interface Part {
  readonly duration: number;
  readonly energyWh: number;
}

/**
 * A schedule in single intervals and whole watt-hours, before it is fitted to the rounded bounds. Running totals are
 * rounded rather than energies, so that the sum is the message's sum to half a watt-hour; the whole watt-hours of an
 * entry are then spread evenly over its intervals, larger parts first.
 *
 * Where slices have variable durations, a schedule with one entry for each slice says with them how long each lasts.
 * `energyAmounts` (the older form) are energies of the slices, or of single intervals if there are more of them.
 *
 * @param slices of the offer; empty if they are faulty
 */
export function readSchedule(
  schedule: MessageFields | undefined,
  scale: EnergyScale,
  slices: readonly Slice[],
): Schedule | undefined {
  if (schedule === undefined) return undefined;
  refuseOtherIntervals(schedule);
  const instant = schedule.instant('start');
  if (instant === undefined && !schedule.has('startTime', 'startInterval')) {
    schedule.fault('startTime', 'is missing');
  }
  const parts = schedule.has('energyAmounts')
    ? readAmounts(schedule, scale, slices)
    : readParts(schedule, scale);
  if (instant === undefined || parts === undefined) return undefined;
  const start = intervalOf(instant);
  if (instantOf(start) !== instant) {
    return schedule.fault('startTime', `must be the start of an interval of ${INTERVAL_SECONDS} seconds`);
  }
  const durations = chosenDurations(parts, slices);
  return { start, energiesWh: layOut(parts), ...(durations === undefined ? {} : { durations }) };
}

function readParts(schedule: MessageFields, scale: EnergyScale): readonly Part[] | undefined {
  const entries = schedule.objects(MOST_INTERVALS, 'scheduleSlices');
  if (entries === undefined) {
    return schedule.has('scheduleSlices') ? undefined : schedule.fault('scheduleSlices', 'is missing');
  }
  const parts = entries.map((entry) => {
    const duration = readDuration(entry);
    if (!entry.has('energyAmount')) entry.fault('energyAmount', 'is missing');
    return { duration, energyWh: scale.exactWh(entry, 'energyAmount') ?? 0 };
  });
  const length = parts.reduce((sum, { duration }) => sum + duration, 0);
  if (length <= MOST_INTERVALS) return parts;
  return schedule.fault('scheduleSlices', `must last at most ${MOST_INTERVALS} intervals`);
}

function readAmounts(
  schedule: MessageFields,
  scale: EnergyScale,
  slices: readonly Slice[],
): readonly Part[] | undefined {
  const amounts = schedule.numbers(MOST_INTERVALS, 'energyAmounts');
  if (amounts?.every((amount) => scale.isEnergy(amount)) === false)
    return schedule.fault('energyAmounts', 'must be energies of a participant');
  const areOfSlices = amounts?.length === slices.length;
  return amounts?.map((amount, index) => ({
    duration: areOfSlices ? (slices[index]?.minDuration ?? 1) : 1,
    energyWh: scale.turned(scale.whOf(amount)),
  }));
}

function readDuration(entry: MessageFields): number {
  const duration = entry.integer('duration') ?? 1;
  if (duration >= 1) return duration;
  entry.fault('duration', 'must be at least 1');
  return 1;
}

function layOut(parts: readonly Part[]): WattHours[] {
  const energiesWh: WattHours[] = [];
  let runningWh = 0;
  let writtenWh = 0;
  for (const { duration, energyWh } of parts) {
    runningWh += energyWh;
    const wholeWh = Math.round(runningWh) - writtenWh + 0;
    writtenWh += wholeWh;
    for (const energy of splitEvenly(wholeWh, duration)) energiesWh.push(energy);
  }
  return energiesWh;
}

/** Absent where every slice lasts its minimum. */
function chosenDurations(parts: readonly Part[], slices: readonly Slice[]): readonly number[] | undefined {
  const isVariable = slices.some(({ minDuration, maxDuration }) => minDuration !== maxDuration);
  if (!isVariable || parts.length !== slices.length) return undefined;
  const isShortest = parts.every(({ duration }, index) => duration === slices[index]?.minDuration);
  return isShortest ? undefined : parts.map(({ duration }) => duration);
}
