import type { Fault, WireSchedule } from '#flexoffer';

/** All that the FOA has to say to a device at one poll; packets that are absent mean «nothing to say». */
export interface CommunicationAnswer {
  readonly acknowledgement: {
    readonly messageId?: string;
    readonly result: 'Ack' | 'Nack';
    readonly errors: readonly Fault[];
  };
  readonly administrationControl: { readonly serverTime: string; readonly controlEnabled: boolean };
  readonly configParams: { readonly pollIntervalSeconds: number };
  readonly demandSchedules: readonly DemandSchedule[];
  readonly demandUpdates: readonly DemandUpdate[];
  readonly flexibilityRejects: readonly FlexibilityReject[];
}

export interface DemandSchedule extends WireSchedule {
  readonly scheduleId: string;
  readonly flexibilityId: string;
  readonly flexOfferId: string;
}

/** What the device shall do instead of what an earlier schedule said. */
export interface DemandUpdate extends DemandSchedule {
  /** The schedule that no longer counts. */
  readonly updateOf: string;
  readonly reason: string;
}

export interface FlexibilityReject {
  readonly flexibilityId: string;
  readonly flexOfferId: string;
  readonly reason: string;
}
