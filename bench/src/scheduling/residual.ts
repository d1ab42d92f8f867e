import { scheduleFaults, type FlexOffer, type Schedule } from '#flexoffer';
import { WrongResult } from '../benchmark.js';

const WH2_PER_KWH2 = 1_000_000;

/** The sum over all intervals of the squared sum of all energies, in kWh^2. */
export function residualOf(schedules: Iterable<Schedule>): number {
  const totals = new Map<number, number>();
  for (const { start, energiesWh } of schedules)
    energiesWh.forEach((energy, unit) => totals.set(start + unit, (totals.get(start + unit) ?? 0) + energy));
  return [...totals.values()].reduce((sum, total) => sum + total ** 2, 0) / WH2_PER_KWH2;
}

/** @throws WrongResult unless every offer has a schedule that is feasible for it, and nobody else has one */
export function checkSchedules(offers: readonly FlexOffer[], schedules: ReadonlyMap<string, Schedule>): void {
  if (schedules.size !== offers.length)
    throw new WrongResult(`${schedules.size} schedules for ${offers.length} offers`);
  for (const offer of offers) {
    const schedule = schedules.get(offer.id);
    if (schedule === undefined) throw new WrongResult(`${offer.id} has no schedule`);
    const [fault] = scheduleFaults(offer, schedule);
    if (fault !== undefined) throw new WrongResult(`${offer.id}: ${fault.message}`);
  }
}
