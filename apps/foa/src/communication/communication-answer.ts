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
  readonly demandUpdates: readonly DemandSchedule[];
  readonly flexibilityRejects: readonly FlexibilityReject[];
}

export interface DemandSchedule extends WireSchedule {
  readonly scheduleId: string;
  readonly flexibilityId: string;
  readonly flexOfferId: string;
}

export interface FlexibilityReject {
  readonly flexibilityId: string;
  readonly flexOfferId: string;
  readonly reason: string;
}
