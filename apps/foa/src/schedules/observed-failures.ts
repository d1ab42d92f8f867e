import { formatInstant, instantOf, type IntervalIndex, type Schedule, type WattHours } from '#flexoffer';
import { followsSchedule } from './follows-schedule.js';

/** A schedule that a device should follow. */
export interface WatchedSchedule {
  readonly id: string;
  readonly deviceId: string;
  readonly schedule: Schedule;
}

/** A device is in a mode that heeds no schedule, in an interval that runs. */
export interface ModeObservation {
  readonly deviceId: string;
  readonly interval: IntervalIndex;
  readonly mode: string;
}

/** What a device's register counted in an interval that is over, consumption-positive. */
export interface EnergyObservation {
  readonly deviceId: string;
  readonly interval: IntervalIndex;
  readonly measuredWh: WattHours;
}

export type Observation = ModeObservation | EnergyObservation;

/** A schedule that was not followed in an interval. */
export interface Failure {
  readonly scheduleId: string;
  readonly interval: IntervalIndex;
  readonly reason: string;
}

/**
 * The schedules that are not followed. A register counts all that a device does, so the schedules of a device that
 * run in the same interval are judged by their sum, together.
 */
export function observedFailures(
  observations: readonly Observation[],
  schedules: readonly WatchedSchedule[],
): Failure[] {
  return observations.flatMap((observation) => {
    const { deviceId, interval } = observation;
    const running = schedules.filter((each) => each.deviceId === deviceId && runsIn(each.schedule, interval));
    const reason = reasonOf(observation, running);
    return reason === undefined ? [] : running.map(({ id }) => ({ scheduleId: id, interval, reason }));
  });
}

function reasonOf(observation: Observation, running: readonly WatchedSchedule[]): string | undefined {
  if ('mode' in observation) return `the device is in mode ${observation.mode}`;
  const { interval, measuredWh } = observation;
  const scheduledWh = running.reduce(
    (sum, { schedule }) => sum + (schedule.energiesWh[interval - schedule.start] ?? 0),
    0,
  );
  if (followsSchedule(scheduledWh, measuredWh)) return undefined;
  const quarter = formatInstant(instantOf(interval));
  return `${measuredWh} Wh instead of ${scheduledWh} Wh in the quarter-hour from ${quarter}`;
}

function runsIn({ start, energiesWh }: Schedule, interval: IntervalIndex): boolean {
  return interval >= start && interval < start + energiesWh.length;
}
