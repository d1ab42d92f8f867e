import { fitSchedule, inventDefaultSchedule } from '../fit-schedule.js';
import { isJsonObject } from '../message-fields.js';
import type { ReadOptions } from '../read-options.js';
import type { SignConvention } from '../sign.js';
import { profileLength } from '../../feasibility/unit-bounds.js';
import type { FlexOffer, Schedule } from '../../flex-offer.js';
import { NO_RARE_FIELDS, plainIdentity, plainRareFields } from './plain-identity.js';
import { hasOnlyPlainFields, type PlainMessage } from './plain-message.js';
import { plainOrigin } from './plain-origin.js';
import { plainProfile } from './plain-profile.js';
import { liesInside, plainSchedule } from './plain-schedule.js';
import { isPlainEnd, plainTimes } from './plain-times.js';

/** Stands for a schedule that a message does not have. */
const NO_SCHEDULE: Schedule = { start: 0, energiesWh: [] };

/**
 * The FlexOffer of an ordinary message, in one pass and with hardly anything made but the offer itself; undefined for
 * a message with anything unusual or wrong in it. Where it gives an offer, `readFlexOffer` gives the same.
 *
 * @param json as `JSON.parse` gives it
 */
export function readPlainFlexOffer(json: unknown, options: ReadOptions): FlexOffer | undefined {
  if (!isJsonObject(json)) return undefined;
  const message: PlainMessage = json;
  if (!hasOnlyPlainFields(message) || !isInKwh(options)) return undefined;
  if ((message.flexOfferTariffConstraint ?? null) !== null) return undefined;
  const { sign } = options;
  const identity = plainIdentity(message, options);
  const times = plainTimes(message);
  const profile = plainProfile(message, sign);
  const origin = plainOrigin(json);
  if (identity === undefined || times === undefined || profile === undefined || origin === undefined)
    return undefined;
  if (!isPlainEnd(message, times, profileLength(profile.slices))) return undefined;
  const rare = plainRareFields(message, options);
  const given = givenSchedule(message.defaultSchedule, sign);
  const schedule = givenSchedule(message.flexOfferSchedule, sign);
  if (rare === undefined || given === undefined || schedule === undefined) return undefined;
  // Every field by name: offers that are put together from parts are slow to make, and to use.
  const offer: FlexOffer = {
    id: identity.id,
    state: identity.state,
    offeredById: identity.offeredById,
    gridNode: identity.gridNode,
    creation: times.creation,
    acceptanceBefore: times.acceptanceBefore,
    assignmentBefore: times.assignmentBefore,
    startAfter: times.startAfter,
    startBefore: times.startBefore,
    slices: profile.slices,
    defaultSchedule: given,
    price: profile.price,
    origin,
  };
  const isWhole = rare === NO_RARE_FIELDS && profile.totalEnergy === undefined && schedule === NO_SCHEDULE;
  if (isWhole && liesInside(given, profile)) return offer;
  return withSchedules({ ...offer, ...rare, ...profile }, given, schedule);
}

/** The offer with its schedules as the full reader has them: fitted to the rounded bounds, or made if none is given. */
function withSchedules(offer: FlexOffer, given: Schedule, schedule: Schedule): FlexOffer {
  return {
    ...offer,
    defaultSchedule: given === NO_SCHEDULE ? inventDefaultSchedule(offer) : fitSchedule(given, offer),
    ...(schedule === NO_SCHEDULE ? {} : { schedule: fitSchedule(schedule, offer) }),
  };
}

function givenSchedule(value: unknown, sign: SignConvention): Schedule | undefined {
  return (value ?? null) === null ? NO_SCHEDULE : plainSchedule(value, sign);
}

/** As messages are, unless the reader is told otherwise. */
function isInKwh({ multiplier = 'k' }: ReadOptions): boolean {
  return multiplier === 'k';
}
