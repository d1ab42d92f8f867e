import { splitEvenly } from '../energy/split-evenly.js';
import type { Dialect, Schedule, Slice, WattHours } from '../flex-offer.js';
import type { DemoSiteScheduleMessage } from '../schema/demo-site.js';
import type { MarketScheduleMessage } from '../schema/market.js';
import type { WireScheduleSlice } from '../schema/message-parts.js';
import type { SlicesScheduleMessage } from '../schema/slices.js';
import type { WireSchedule } from '../schema/specification-1.js';
import { instantOf, INTERVAL_SECONDS } from '../time.js';
import { EnergyForm, type EnergyOptions } from './energy-form.js';
import { formatInstant, formatJavaInstant, formatOffsetInstant } from './iso-instant.js';

/** The message of a schedule in each form. */
export interface ScheduleMessages {
  readonly 'specification-1': WireSchedule;
  readonly 'specification-2': WireSchedule;
  readonly 'demo-site': DemoSiteScheduleMessage;
  readonly market: MarketScheduleMessage;
  readonly slices: SlicesScheduleMessage;
}

/**
 * The message of a schedule in the specification's form: an entry for each interval; or, if the schedule says how long
 * its slices last and spreads each evenly, an entry for each slice with its duration.
 */
export function writeSchedule(schedule: Schedule, options: EnergyOptions): WireSchedule {
  return specificationSchedule(schedule, new EnergyForm(options));
}

/** The message of a schedule in any form; the older one writes the energies of the offer's slices. */
export function writeScheduleAs<Form extends Dialect>(
  dialect: Form,
  schedule: Schedule,
  slices: readonly Slice[],
  options: EnergyOptions,
): ScheduleMessages[Form] {
  const form = new EnergyForm(options);
  const writers: { readonly [Each in Dialect]: () => ScheduleMessages[Each] } = {
    'specification-1': () => specificationSchedule(schedule, form),
    'specification-2': () => specificationSchedule(schedule, form),
    'demo-site': () => demoSiteSchedule(schedule, form),
    market: () => ({
      startTime: formatInstant(instantOf(schedule.start)),
      scheduleSlices: scheduleSlices(schedule, form),
    }),
    slices: () => slicesSchedule(schedule, slices, form),
  };
  return writers[dialect]();
}

export function specificationSchedule(schedule: Schedule, form: EnergyForm): WireSchedule {
  return {
    startTime: formatInstant(instantOf(schedule.start)),
    numSecondsPerInterval: INTERVAL_SECONDS,
    scheduleSlices: scheduleSlices(schedule, form),
  };
}

export function demoSiteSchedule(schedule: Schedule, form: EnergyForm): DemoSiteScheduleMessage {
  return {
    startTime: formatJavaInstant(instantOf(schedule.start)),
    scheduleSlices: scheduleSlices(schedule, form),
  };
}

export function slicesSchedule(
  schedule: Schedule,
  slices: readonly Slice[],
  form: EnergyForm,
): SlicesScheduleMessage {
  const durations = schedule.durations ?? slices.map(({ minDuration }) => minDuration);
  const sums = evenSums(schedule.energiesWh, durations);
  return {
    startTime: formatOffsetInstant(instantOf(schedule.start)),
    energyAmounts: (sums ?? schedule.energiesWh).map((energy) => form.energy(energy)),
  };
}

function scheduleSlices({ energiesWh, durations }: Schedule, form: EnergyForm): WireScheduleSlice[] {
  const sums = durations === undefined ? undefined : evenSums(energiesWh, durations);
  if (durations === undefined || sums === undefined)
    return energiesWh.map((energy) => ({ duration: 1, energyAmount: form.energy(energy) }));
  return sums.map((sum, slice) => ({ duration: durations[slice] ?? 1, energyAmount: form.energy(sum) }));
}

/** The energy of each slice, if all are spread as a reader will spread them again; undefined if not. */
function evenSums(
  energiesWh: readonly WattHours[],
  durations: readonly number[],
): readonly WattHours[] | undefined {
  let first = 0;
  const sums: WattHours[] = [];
  for (const duration of durations) {
    const own = energiesWh.slice(first, first + duration);
    const sum = own.reduce((all, energy) => all + energy, 0);
    if (splitEvenly(sum, duration).some((part, unit) => part !== own[unit])) return undefined;
    sums.push(sum);
    first += duration;
  }
  return first === energiesWh.length ? sums : undefined;
}
