import type { FlexOffer, Schedule } from '../flex-offer.js';
import { profileLength } from '../feasibility/unit-bounds.js';
import type { Fault, Result } from '../result.js';
import { EnergyScale } from './energy-scale.js';
import { fitSchedule, inventDefaultSchedule } from './fit-schedule.js';
import { isJsonObject, MessageFields } from './message-fields.js';
import { readIdentity } from './read-identity.js';
import type { ReadOptions } from './read-options.js';
import { readOrigin } from './read-origin.js';
import { readProfile } from './read-profile.js';
import { readSchedule } from './read-schedule.js';
import { readTimes, refuseEarlyEnd } from './read-times.js';
import {
  refuseMisplacedFields,
  refuseOtherIntervals,
  refuseOtherProfileTypes,
  refuseUnsupportedFields,
} from './unsupported-kinds.js';

/** What `readFlexOffer` says, for messages with anything in them; about ten times slower than for ordinary ones. */
export function readAnyFlexOffer(json: unknown, options: ReadOptions): Result<FlexOffer> {
  const faults: Fault[] = [];
  const path = options.path ?? '';
  if (!isJsonObject(json)) return { ok: false, faults: [{ path, message: 'must be an object' }] };
  const offer = readFields(new MessageFields(json, path, faults), options);
  return offer === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, value: offer };
}

function readFields(fields: MessageFields, options: ReadOptions): FlexOffer | undefined {
  refuseUnsupportedFields(fields);
  refuseMisplacedFields(fields);
  refuseOtherIntervals(fields);
  refuseOtherProfileTypes(fields);
  const identity = readIdentity(fields, options);
  const times = readTimes(fields, options.now);
  const scale = EnergyScale.of(fields, options);
  const read = readProfile(fields, scale, times);
  const slices = read?.profile.slices ?? [];
  const [defaultFields, scheduleFields] = [
    fields.object('defaultSchedule'),
    fields.object('flexOfferSchedule', 'schedule'),
  ];
  const defaultSchedule = readSchedule(defaultFields, scale, slices);
  const schedule = readSchedule(scheduleFields, scale, slices);
  const origin = readOrigin(fields, {
    slices: read?.sources ?? [],
    defaultSchedule: defaultFields,
    schedule: scheduleFields,
  });
  if (times !== undefined && read !== undefined)
    refuseEarlyEnd(fields, times.startBefore, profileLength(slices));
  if (times === undefined || read === undefined || fields.hasFaults) return undefined;
  return withSchedules({ ...identity, ...times, ...read.profile, origin }, defaultSchedule, schedule);
}

/** The offer with its schedules, which what rounding did to the bounds moves along; a default is made if none is given. */
function withSchedules(
  offer: Omit<FlexOffer, 'defaultSchedule' | 'schedule'>,
  given: Schedule | undefined,
  schedule: Schedule | undefined,
): FlexOffer {
  const defaultSchedule = given ?? inventDefaultSchedule(offer);
  const whole: FlexOffer = { ...offer, defaultSchedule };
  return {
    ...whole,
    ...(given === undefined ? {} : { defaultSchedule: fitSchedule(given, whole) }),
    ...(schedule === undefined ? {} : { schedule: fitSchedule(schedule, whole) }),
  };
}
