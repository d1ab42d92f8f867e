import type { FlexOfferState } from '../flex-offer.js';

/** A schedule as a message: energies in kWh per slice, in the reader's sign. */
export interface WireSchedule {
  readonly startTime: string;
  readonly numSecondsPerInterval: number;
  readonly scheduleSlices: readonly { readonly duration: number; readonly energyAmount: number }[];
}

export interface WireSlice {
  readonly minDuration: number;
  readonly maxDuration: number;
  readonly energyConstraintList: readonly { readonly lowerBound: number; readonly upperBound: number }[];
  readonly tariffConstraint: { readonly minTariff: number; readonly maxTariff: number };
}

/**
 * A FlexOffer as a message: the field names of the FlexOffer specification v1, section 1.4, every instant both as
 * ISO 8601 time and as interval. `deviceId` and `flexibilityId` are additions.
 */
export interface WireFlexOffer {
  readonly id: string;
  readonly state: FlexOfferState;
  readonly stateReason?: string;
  readonly offeredById: string;
  readonly deviceId?: string;
  readonly flexibilityId?: string;
  readonly locationID: string;
  readonly numSecondsPerInterval: number;
  readonly creationTime: string;
  readonly creationInterval: number;
  readonly acceptBeforeTime: string;
  readonly acceptBeforeInterval: number;
  readonly assignmentBeforeTime: string;
  readonly assignmentBeforeInterval: number;
  readonly startAfterTime: string;
  readonly startAfterInterval: number;
  readonly startBeforeTime: string;
  readonly startBeforeInterval: number;
  readonly flexOfferProfileConstraints: readonly WireSlice[];
  readonly totalEnergyConstraint?: { readonly lower: number; readonly upper: number };
  readonly defaultSchedule: WireSchedule;
  readonly flexOfferSchedule?: WireSchedule;
}
