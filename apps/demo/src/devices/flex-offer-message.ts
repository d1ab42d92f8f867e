import { instantOf, type WattHours } from '#flexoffer';
import { isoOf, isoOfInterval } from '../calendar/demo-day.js';
import type { SignConvention } from '../community/prosumer.js';
import type { Flexibility } from './flexibility.js';

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** A FlexOffer as a device writes it, without what the FOA fills in. Energies in kWh per slice. */
export interface FlexOfferMessage {
  readonly creationTime: string;
  readonly acceptanceBeforeTime: string;
  readonly assignmentBeforeTime: string;
  readonly startAfterTime: string;
  readonly startBeforeTime: string;
  readonly numSecondsPerInterval: 900;
  readonly flexOfferProfileConstraints: readonly {
    readonly minDuration: 1;
    readonly maxDuration: 1;
    readonly energyConstraintList: readonly [Bounds];
    readonly tariffConstraint: { readonly minTariff: number; readonly maxTariff: number };
  }[];
  readonly totalEnergyConstraint?: Bounds;
  readonly defaultSchedule: {
    readonly startTime: string;
    readonly scheduleSlices: readonly { readonly duration: 1; readonly energyAmount: number }[];
  };
}

const MINUTES_TO_ACCEPT = 3;
const MILLISECONDS_A_MINUTE = 60_000;

export function flexOfferMessage(flexibility: Flexibility, convention: SignConvention): FlexOfferMessage {
  const creation = instantOf(flexibility.offeredAt);
  const minutesLater = (minutes: number): string => isoOf(creation + minutes * MILLISECONDS_A_MINUTE);
  const price = flexibility.price / 1_000_000;
  const bounds = (lowerWh: WattHours, upperWh: WattHours): Bounds => boundsOf(lowerWh, upperWh, convention);
  const { totalEnergyWh } = flexibility;
  return {
    creationTime: isoOf(creation),
    acceptanceBeforeTime: minutesLater(MINUTES_TO_ACCEPT),
    assignmentBeforeTime: minutesLater(flexibility.minutesToTrade),
    startAfterTime: isoOfInterval(flexibility.startAfter),
    startBeforeTime: isoOfInterval(flexibility.startBefore),
    numSecondsPerInterval: 900,
    flexOfferProfileConstraints: flexibility.slices.map(({ lowerWh, upperWh }) => ({
      minDuration: 1,
      maxDuration: 1,
      energyConstraintList: [bounds(lowerWh, upperWh)],
      tariffConstraint: { minTariff: -price, maxTariff: price },
    })),
    ...(totalEnergyWh === undefined ? {} : { totalEnergyConstraint: bounds(totalEnergyWh, totalEnergyWh) }),
    defaultSchedule: {
      startTime: isoOfInterval(flexibility.startAfter),
      scheduleSlices: flexibility.defaultWh.map((energyWh) => ({
        duration: 1,
        energyAmount: kwhOf(energyWh, convention),
      })),
    },
  };
}

/** Seen from the grid, the smallest consumption is the largest production: the bounds change places. */
function boundsOf(lowerWh: WattHours, upperWh: WattHours, convention: SignConvention): Bounds {
  return convention === 'production-positive'
    ? { lower: kwhOf(upperWh, convention), upper: kwhOf(lowerWh, convention) }
    : { lower: kwhOf(lowerWh, convention), upper: kwhOf(upperWh, convention) };
}

function kwhOf(energyWh: WattHours, convention: SignConvention): number {
  return convention === 'production-positive' && energyWh !== 0 ? -energyWh / 1000 : energyWh / 1000;
}
