import type { FlexOffer, FlexOfferState, Instant, Schedule } from '#flexoffer';

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

/** FMAN to FOA: what the device shall do. */
export interface SchedulesAssigned {
  readonly schedules: readonly {
    readonly scheduleId: string;
    readonly flexOfferId: string;
    readonly deviceId: string;
    readonly flexibilityId: string;
    readonly schedule: Schedule;
  }[];
}

/** FOA to FMAN: the device has confirmed these schedules. */
export interface SchedulesAcknowledged {
  readonly schedules: readonly {
    readonly scheduleId: string;
    readonly flexOfferId: string;
    readonly at: Instant;
  }[];
}
