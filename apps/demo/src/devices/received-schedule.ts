import { intervalOf, type Schedule, type WattHours } from '#flexoffer';
import type { SignConvention } from '../community/prosumer.js';
import type { DemandSchedule } from '../platform/answers.js';

/** A schedule as the device understands it: consumption-positive, in whole Wh, one energy per quarter-hour. */
export interface ReceivedSchedule {
  readonly scheduleId: string;
  readonly flexOfferId: string;
  readonly flexibilityId: string;
  readonly schedule: Schedule;
}

export function receivedSchedule(message: DemandSchedule, convention: SignConvention): ReceivedSchedule {
  const sign = convention === 'production-positive' ? -1 : 1;
  return {
    scheduleId: message.scheduleId,
    flexOfferId: message.flexOfferId,
    flexibilityId: message.flexibilityId,
    schedule: {
      start: intervalOf(Date.parse(message.startTime)),
      energiesWh: message.scheduleSlices.flatMap(({ duration, energyAmount }) =>
        spread(Math.round(sign * energyAmount * 1000) + 0, duration),
      ),
    },
  };
}

/** A slice's energy over its quarter-hours: whole Wh that sum to it, the larger ones first. */
function spread(energyWh: WattHours, duration: number): WattHours[] {
  const share = Math.floor(energyWh / duration);
  const larger = energyWh - share * duration;
  return Array.from({ length: duration }, (_, index) => (index < larger ? share + 1 : share));
}
