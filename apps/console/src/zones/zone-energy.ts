import type { Answer } from '../api/answer.js';

/** Consumption of a zone's traded devices in one interval; null where it is not known (yet). */
export interface ZoneEnergy {
  readonly gridNode: string;
  readonly intervalStart: number;
  readonly baselineWh: number | null;
  readonly scheduledWh: number | null;
  readonly measuredWh: number | null;
}

export const decodeZoneEnergy = (answer: Answer): ZoneEnergy => ({
  gridNode: answer.text('gridNode'),
  intervalStart: answer.instant('intervalStart'),
  baselineWh: answer.numberIfAny('baselineWh'),
  scheduledWh: answer.numberIfAny('scheduledWh'),
  measuredWh: answer.numberIfAny('measuredWh'),
});
