export const COMMUNICATION = '/xems/v1/communication';

/** What a device reads of the answer to its poll. */
export interface CommunicationAnswer {
  readonly acknowledgement: { readonly result: string };
  readonly demandSchedules?: readonly DemandSchedule[];
}

export interface DemandSchedule {
  readonly scheduleId: string;
  readonly flexibilityId: string;
  readonly startTime: string;
  /** Energies in kWh. */
  readonly scheduleSlices: readonly { readonly duration: number; readonly energyAmount: number }[];
}
