import type { Instant, MicroPerKwh } from '#flexoffer';

/**
 * Settlement to FMAN: what participants have agreed on, as far as it makes their offers dear or cheap. The highest
 * version of a contract counts.
 */
export interface ContractsAgreed {
  readonly contracts: readonly {
    readonly contractId: string;
    readonly version: number;
    readonly participantId: string;
    readonly validFrom: Instant;
    /** Exclusive; absent: until further notice. */
    readonly validTo?: Instant;
    /**
     * Delegated trading: what each kilowatt-hour away from the default schedule earns, whatever the FlexOffer says.
     * Absent: direct trading, where every FlexOffer names its own price.
     */
    readonly rewardPerKwh?: MicroPerKwh;
  }[];
}
