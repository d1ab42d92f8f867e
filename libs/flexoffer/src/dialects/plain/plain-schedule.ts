import { isJsonObject } from '../message-fields.js';
import type { Profile } from '../read-profile.js';
import { turnEnergy, type SignConvention } from '../sign.js';
import { splitEvenly } from '../../energy/split-evenly.js';
import { MOST_INTERVALS } from '../../feasibility/most-intervals.js';
import type { Schedule, WattHours } from '../../flex-offer.js';
import { instantOf, intervalOf, INTERVAL_SECONDS } from '../../time.js';
import { isPlainKwh } from './plain-bounds.js';
import { isDuration } from './plain-duration.js';
import { plainInstant } from './plain-instant.js';
import { present } from './plain-message.js';

interface ScheduleMessage {
  readonly startTime?: unknown;
  readonly startInterval?: unknown;
  readonly scheduleSlices?: unknown;
  readonly numSecondsPerInterval?: unknown;
  readonly scheduleId?: unknown;
  readonly updateId?: unknown;
}

interface ScheduleSliceMessage {
  readonly duration?: unknown;
  readonly energyAmount?: unknown;
  /** Of the demonstration sites: what they think it is worth. */
  readonly tariff?: unknown;
}

/** A schedule as it is written, before it is fitted to the rounded bounds; undefined if there is anything odd in it. */
export function plainSchedule(value: unknown, sign: SignConvention): Schedule | undefined {
  if (!isJsonObject(value) || !hasOnlyPlainFields(value)) return undefined;
  const { startTime, startInterval, scheduleSlices }: ScheduleMessage = value;
  const instant = plainInstant(startTime, startInterval);
  const start = intervalOf(instant);
  if (instantOf(start) !== instant || !Array.isArray(scheduleSlices)) return undefined;
  const energiesWh = plainEnergies(scheduleSlices, sign);
  return energiesWh && { start, energiesWh };
}

function hasOnlyPlainFields(message: ScheduleMessage): boolean {
  const { startTime, startInterval, numSecondsPerInterval, scheduleId, updateId } = message;
  const known =
    1 +
    present(startTime) +
    present(startInterval) +
    present(numSecondsPerInterval) +
    present(scheduleId) +
    present(updateId);
  return (
    Object.keys(message).length === known &&
    (numSecondsPerInterval === undefined || numSecondsPerInterval === INTERVAL_SECONDS)
  );
}

/** Running totals are rounded, as in the full reader. */
function plainEnergies(slices: readonly unknown[], sign: SignConvention): WattHours[] | undefined {
  const energiesWh: WattHours[] = [];
  let runningWh = 0;
  let writtenWh = 0;
  for (const value of slices) {
    if (!isJsonObject(value)) return undefined;
    const { duration, energyAmount, tariff }: ScheduleSliceMessage = value;
    if (
      Object.keys(value).length !== 2 + present(tariff) ||
      !isDuration(duration) ||
      !isPlainKwh(energyAmount)
    )
      return undefined;
    runningWh += turnEnergy(energyAmount * 1000, sign);
    const wholeWh = Math.round(runningWh) - writtenWh + 0;
    writtenWh += wholeWh;
    if (duration === 1) energiesWh.push(wholeWh);
    else for (const energyWh of splitEvenly(wholeWh, duration)) energiesWh.push(energyWh);
    if (energiesWh.length > MOST_INTERVALS) return undefined;
  }
  return energiesWh;
}

/** Whether a schedule lies inside the bounds of slices of one interval each, so that nothing has to be fitted. */
export function liesInside({ energiesWh }: Schedule, { slices, totalEnergy }: Profile): boolean {
  if (energiesWh.length !== slices.length) return false;
  let sum = 0;
  for (let unit = 0; unit < slices.length; unit += 1) {
    const slice = slices[unit];
    const energyWh = energiesWh[unit];
    if (slice === undefined || energyWh === undefined || slice.minDuration !== 1) return false;
    if (energyWh < slice.lowerWh || energyWh > slice.upperWh) return false;
    sum += energyWh;
  }
  return totalEnergy === undefined || (sum >= totalEnergy.lowerWh && sum <= totalEnergy.upperWh);
}
