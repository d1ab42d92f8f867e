import type { FlexOffer, FlexOfferState, Instant, IntervalIndex, Schedule, WattHours } from '#flexoffer';

/** FOA to FMAN: new or repeated offers. A repeated id with the same content changes nothing. */
export interface FlexOffersOffered {
  readonly offers: readonly FlexOffer[];
  /** `traces[i]` is the trace of the request that brought `offers[i]`. */
  readonly traces: readonly string[];
}

/** FOA to FMAN: the device no longer stands by these offers. */
export interface FlexOffersWithdrawn {
  readonly offers: readonly { readonly id: string; readonly reason: string }[];
}

/** FMAN to FOA: the life cycle of an offer moved on. */
export interface FlexOffersChanged {
  readonly changes: readonly {
    readonly id: string;
    readonly deviceId?: string;
    readonly flexibilityId?: string;
    readonly state: FlexOfferState;
    readonly reason?: string;
    readonly at: Instant;
  }[];
}

/** What a device shall do. */
export interface AssignedSchedule {
  readonly scheduleId: string;
  readonly flexOfferId: string;
  readonly deviceId: string;
  readonly flexibilityId: string;
  readonly schedule: Schedule;
}

/**
 * What the members of one traded aggregate shall do, those behind which a device stands. In columns, because a gate
 * can assign a hundred thousand: place i of every list is about the same member, and `energiesWh` has the energies of
 * one member after the other. The id of a schedule follows from its FlexOffer and the aggregate (`scheduleIdOf`).
 */
export interface AssignedMembers {
  readonly aggregateId: string;
  readonly flexOfferIds: readonly string[];
  readonly deviceIds: readonly string[];
  readonly flexibilityIds: readonly string[];
  readonly starts: readonly IntervalIndex[];
  readonly lengths: readonly number[];
  readonly energiesWh: readonly WattHours[];
  /** As in `Schedule`; absent if none has slices of variable duration. */
  readonly durations?: readonly (readonly number[] | null)[];
}

/** FMAN to FOA: what devices shall do. */
export interface SchedulesAssigned {
  readonly aggregates: readonly AssignedMembers[];
}

/** FOA to FMAN: the device has confirmed these schedules. */
export interface SchedulesAcknowledged {
  readonly schedules: readonly {
    readonly scheduleId: string;
    readonly flexOfferId: string;
    readonly at: Instant;
  }[];
}
