import type { MarketConfiguration } from '#configuration';
import { ORIGINS } from '#meter-data';
import { daysAfter, localDayOf, readingDays } from '#settlement';
import { askedFor } from '../deliveries/asked-for.js';
import { meterOf } from '../metering-points/meter-of.js';
import type { Position } from './positions.js';
import type { PositionFacts } from './settle-position.js';
import { lookBackDays, type ParticipantFacts, type ReportedRun, type StepFacts } from './step-facts.js';

/** What a position is settled from, beside itself: nothing in it depends on whom the step settles too. */
export function positionFacts(
  run: ReportedRun,
  { points, curves }: StepFacts,
  participant: ParticipantFacts,
  position: Position,
  { timeZone, currency }: MarketConfiguration,
): PositionFacts {
  const { participantId, deliveries, eventDays } = participant;
  const first = daysAfter(localDayOf(run.from, timeZone), -lookBackDays(position));
  const behind = deliveries.filter((delivery) => meterOf(delivery, points) === position.meterId);
  const curve = position.meterId === undefined ? undefined : curves.get(position.meterId);
  const readings = curve === undefined ? [] : readingDays(curve, ORIGINS, timeZone);
  return {
    participantId,
    currency,
    period: { from: run.from, to: run.to },
    zone: timeZone,
    holidays: [],
    eventDays: eventDays.filter((day) => day >= first),
    outageDays: [],
    events: askedFor(behind),
    readings: readings.filter(({ day }) => day >= first),
    temperatures: [],
    prognoses: [],
    baselineChecks: [],
  };
}
