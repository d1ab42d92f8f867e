import type { MicroPerKwh } from '#flexoffer';

export type SiteKind = 'home' | 'heat-pump' | 'office' | 'school' | 'metal-works';

/** How sites of a kind offer and carry out their flexibility. Assumptions of the demo, not measurements. */
export interface SiteTraits {
  readonly device: 'hems' | 'cems' | 'fems';
  /** Quarter-hours of one offer. */
  readonly blockLength: number;
  /** Percent of the expected load by which an offer may go below and above it. */
  readonly lessPercent: number;
  readonly morePercent: number;
  /** Asked for either direction. */
  readonly price: MicroPerKwh;
  /** Percent of the load that the energy manager holds to its plan while a schedule runs. */
  readonly managedPercent: number;
}

export const HOURS_BETWEEN_OFFERS = 3;

export const SITE_TRAITS: Readonly<Record<SiteKind, SiteTraits>> = {
  home: {
    device: 'hems',
    blockLength: 4,
    lessPercent: 20,
    morePercent: 20,
    price: 80_000,
    managedPercent: 30,
  },
  'heat-pump': {
    device: 'hems',
    blockLength: 6,
    lessPercent: 50,
    morePercent: 50,
    price: 60_000,
    managedPercent: 80,
  },
  office: {
    device: 'cems',
    blockLength: 8,
    lessPercent: 25,
    morePercent: 15,
    price: 90_000,
    managedPercent: 50,
  },
  school: {
    device: 'cems',
    blockLength: 8,
    lessPercent: 20,
    morePercent: 15,
    price: 90_000,
    managedPercent: 50,
  },
  'metal-works': {
    device: 'fems',
    blockLength: 8,
    lessPercent: 15,
    morePercent: 10,
    price: 110_000,
    managedPercent: 50,
  },
};

/** What a charger asks; the car's owner only cares to be charged in time. */
export const CHARGER_PRICE: MicroPerKwh = 40_000;
