import { profileLength, type FlexOfferState, type IntervalIndex, type Schedule } from '#flexoffer';
import type { SoldEnergy } from '#messages';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';
import { askedMicro } from './asked-micro.js';
import { Load } from './load.js';

/** An offer as far as indicators need it. */
export interface CountedOffer {
  readonly offer: FlexOfferContent;
  readonly state: FlexOfferState;
  /** Once it is assigned. */
  readonly schedule: Schedule | null;
}

/** States in which an offer was to deliver. */
const DELIVERING: ReadonlySet<FlexOfferState> = new Set(['assigned', 'executed']);
const OPEN: ReadonlySet<FlexOfferState> = new Set(['offered', 'accepted']);

/**
 * What a portfolio can do and does, counted offer by offer, so that no list of them is needed (requirement FM-07):
 *
 * - flexibility level: share of the intervals of all profiles in which an offer leaves a choice of energy;
 * - activation level: share of the intervals of assigned schedules that differ from the default;
 * - adaptability: how much the load varies over the range, as a share of its peak;
 * - expected cost: what owners ask for the moves that are scheduled; expected gain: what buyers pay for them, less that.
 */
export class PortfolioIndicators {
  readonly byState = new Map<FlexOfferState, number>();
  readonly defaultLoad: Load;
  readonly scheduledLoad: Load;
  openOffers = 0;
  openFlexibilityWh = 0;
  openTimeIntervals = 0;
  costMicro = 0n;
  revenueMicro = 0n;
  private units = 0;
  private flexibleUnits = 0;
  private scheduledUnits = 0;
  private activatedUnits = 0;

  constructor(
    private readonly from: IntervalIndex,
    private readonly to: IntervalIndex,
  ) {
    this.defaultLoad = new Load(from, to);
    this.scheduledLoad = new Load(from, to);
  }

  count({ offer, state, schedule }: CountedOffer): void {
    this.byState.set(state, (this.byState.get(state) ?? 0) + 1);
    this.countFlexibility(offer, OPEN.has(state));
    const planned = schedule !== null && DELIVERING.has(state) ? schedule : undefined;
    this.defaultLoad.add(offer.defaultSchedule);
    this.scheduledLoad.add(planned ?? offer.defaultSchedule);
    if (planned === undefined) return;
    this.countActivation(offer, planned);
    this.costMicro += askedMicro(offer, planned);
  }

  /** Adds what buyers pay for what was sold in the range. */
  countSold(sold: readonly SoldEnergy[]): void {
    for (const { interval, changeWh, price } of sold)
      if (interval >= this.from && interval < this.to)
        this.revenueMicro += BigInt(Math.abs(changeWh)) * BigInt(price);
  }

  get flexibilityLevel(): number {
    return share(this.flexibleUnits, this.units);
  }

  get activationLevel(): number {
    return share(this.activatedUnits, this.scheduledUnits);
  }

  get adaptability(): number {
    return share(this.scheduledLoad.variabilityWh, this.scheduledLoad.peakWh);
  }

  private countFlexibility({ slices, startAfter, startBefore }: FlexOfferContent, isOpen: boolean): void {
    let width = 0;
    for (const { lowerWh, upperWh, minDuration } of slices) {
      width += upperWh - lowerWh;
      if (upperWh > lowerWh) this.flexibleUnits += minDuration;
    }
    this.units += profileLength(slices);
    if (!isOpen) return;
    this.openOffers += 1;
    this.openFlexibilityWh += width;
    this.openTimeIntervals += startBefore - startAfter;
  }

  private countActivation({ defaultSchedule }: FlexOfferContent, { start, energiesWh }: Schedule): void {
    this.scheduledUnits += energiesWh.length;
    energiesWh.forEach((energy, unit) => {
      const usual = defaultSchedule.energiesWh[start + unit - defaultSchedule.start] ?? 0;
      if (energy !== usual) this.activatedUnits += 1;
    });
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
