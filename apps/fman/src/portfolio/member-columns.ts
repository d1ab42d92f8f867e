import { packMembers, type PackedMembers } from '#flexoffer';
import type { StoredMember } from './stored-member.js';

/**
 * What must be known of an aggregate's members to send them their schedules, and nothing else: reading this takes a
 * tenth of the time that reading the members does. Place i of every list is about the same member; plain JSON.
 */
export interface MemberColumns extends PackedMembers {
  readonly flexOfferIds: readonly string[];
  /** Null where no device stands behind the offer. */
  readonly deviceIds: readonly (string | null)[];
  readonly flexibilityIds: readonly (string | null)[];
  /** Of the default schedules; absent if no member has slices of variable duration. */
  readonly durations?: readonly (readonly number[] | null)[];
}

/** @param stored by offer id */
export function memberColumns(stored: readonly StoredMember[]): MemberColumns {
  const members = stored.map(({ offer, offsetIntervals }) => ({
    offer: { ...offer, state: 'accepted' as const },
    offsetIntervals,
  }));
  const durations = stored.map(({ offer }) => offer.defaultSchedule.durations ?? null);
  return {
    ...packMembers(members),
    flexOfferIds: stored.map(({ offer }) => offer.id),
    deviceIds: stored.map(({ offer }) => offer.deviceId ?? null),
    flexibilityIds: stored.map(({ offer }) => offer.flexibilityId ?? null),
    ...(durations.some((each) => each !== null) ? { durations } : {}),
  };
}
