import type { MarketConfiguration } from '#configuration';
import { ORIGINS } from '#meter-data';
import { contractMethods, daysAfter, localDayOf, readingDays } from '#settlement';
import { NO_CONDITIONS } from '../baselines/conditions.js';
import { askedFor } from '../deliveries/asked-for.js';
import { meterOf } from '../metering-points/meter-of.js';
import { countingPrognoses } from '../prognoses/known-prognoses.js';
import type { Position } from './positions.js';
import type { PositionFacts } from './settle-position.js';
import { lookBackDays, type ParticipantFacts, type ReportedRun, type StepFacts } from './step-facts.js';

/** What a position is settled from, beside itself: nothing in it depends on whom the step settles too. */
export function positionFacts(
  run: ReportedRun,
  { points, curves, conditions }: StepFacts,
  participant: ParticipantFacts,
  position: Position,
  { timeZone, currency, holidays }: MarketConfiguration,
): PositionFacts {
  const { participantId, deliveries, eventDays } = participant;
  const first = daysAfter(localDayOf(run.from, timeZone), -lookBackDays(position));
  const last = localDayOf(run.to - 1, timeZone);
  const named = new Set(
    position.contract === undefined ? [] : contractMethods(position.contract).map(({ name }) => name),
  );
  const behind = deliveries.filter((delivery) => meterOf(delivery, points) === position.meterId);
  const curve = position.meterId === undefined ? undefined : curves.get(position.meterId);
  const meter = conditions.get(position.meterId ?? '') ?? NO_CONDITIONS;
  const events = askedFor(behind);
  const readings = curve === undefined ? [] : readingDays(curve, ORIGINS, timeZone);
  return {
    participantId,
    currency,
    period: { from: run.from, to: run.to },
    zone: timeZone,
    holidays: holidays.filter((day) => day >= first && day <= last),
    eventDays: eventDays.filter((day) => day >= first),
    outageDays: meter.outageDays.filter((day) => day >= first),
    events,
    readings: readings.filter(({ day }) => day >= first),
    temperatures: meter.temperatures.filter(({ day }) => day >= first),
    prognoses: countingPrognoses(meter.prognoses, events, timeZone),
    baselineChecks: meter.baselineChecks.filter(({ method }) => named.has(method)),
  };
}
