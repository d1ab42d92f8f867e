import type { FlexOffer } from '../flex-offer.js';
import type { Fault, Result } from '../result.js';
import { profileLength } from '../feasibility/unit-bounds.js';
import { EnergyScale } from './energy-scale.js';
import { fitSchedule, inventDefaultSchedule } from './fit-schedule.js';
import { isJsonObject, MessageFields } from './message-fields.js';
import { readIdentity } from './read-identity.js';
import type { ReadOptions } from './read-options.js';
import { readPrice } from './read-price.js';
import { readProfile, sliceFields } from './read-profile.js';
import { readSchedule } from './read-schedule.js';
import { readTimes, refuseEarlyEnd } from './read-times.js';
import { refuseUnsupportedFields, refuseUnsupportedSettings } from './unsupported-kinds.js';

/**
 * A FlexOffer from a message: the FlexOffer specification v1 and the dialects of the GOFLEX sites. Energies become
 * consumption-positive whole watt-hours (bounds rounded inwards), times market time. Fields that are not known are
 * ignored; constraints that are known but not carried yet are refused by name. All faults are returned.
 *
 * Reading is not accepting: whether deadlines, windows and energies make sense is for `acceptanceFaults`.
 */
export function readFlexOffer(json: unknown, options: ReadOptions): Result<FlexOffer> {
  const faults: Fault[] = [];
  const path = options.path ?? '';
  if (!isJsonObject(json)) return { ok: false, faults: [{ path, message: 'must be an object' }] };
  const offer = readFields(new MessageFields(json, path, faults), options);
  return offer === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, value: offer };
}

function readFields(fields: MessageFields, options: ReadOptions): FlexOffer | undefined {
  refuseUnsupportedFields(fields);
  refuseUnsupportedSettings(fields);
  const identity = readIdentity(fields, options);
  const times = readTimes(fields, options.now);
  const scale = EnergyScale.of(fields, options.sign);
  const slices = sliceFields(fields);
  const profile = readProfile(fields, slices, scale);
  const price = readPrice(slices, options.sign);
  const defaultSchedule = readSchedule(fields, scale, 'defaultSchedule');
  const schedule = readSchedule(fields, scale, 'flexOfferSchedule', 'schedule');
  if (times === undefined || profile === undefined) return undefined;
  refuseEarlyEnd(fields, times.startBefore, profileLength(profile.slices));
  return {
    ...identity,
    ...times,
    ...profile,
    defaultSchedule:
      defaultSchedule === undefined
        ? inventDefaultSchedule(profile, times.startAfter)
        : fitSchedule(defaultSchedule, profile),
    ...(schedule === undefined ? {} : { schedule: fitSchedule(schedule, profile) }),
    price,
  };
}
