import { ApiProperty } from '@nestjs/swagger';
import { formatInstant, instantOf, kwhOfWh, type IntervalIndex, type WattHours } from '#flexoffer';
import { formatMicro } from '#settlement';
import type { PortfolioIndicators } from './portfolio-indicators.js';

const INTERVALS_PER_HOUR = 4;
const WH_PER_KWH = 1000n;

/** The portfolio in figures; shares lie between 0 and 1, money is decimal. */
export class IndicatorsAnswer {
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  offersByState!: Record<string, number>;
  @ApiProperty({ description: 'Offers that may still be sold' })
  openOffers!: number;
  @ApiProperty({ description: 'Upper less lower bounds of those' })
  openFlexibilityKwh!: number;
  @ApiProperty({ description: 'Widths of their start windows, on average' })
  openTimeFlexibilityIntervals!: number;
  @ApiProperty({ description: 'Aggregates in the market now' })
  openSellOrders!: number;
  @ApiProperty({ description: 'Traded aggregates whose delivery is not over' })
  openCommitments!: number;
  @ApiProperty() flexibilityLevel!: number;
  @ApiProperty() activationLevel!: number;
  @ApiProperty() averageDefaultKw!: number;
  @ApiProperty() averageScheduledKw!: number;
  @ApiProperty() peakKw!: number;
  @ApiProperty() variabilityKw!: number;
  @ApiProperty() adaptability!: number;
  @ApiProperty({ description: 'What buyers pay, less what owners ask' })
  expectedGain!: string;
  @ApiProperty() expectedCost!: string;
  @ApiProperty() currency!: string;
}

export interface IndicatorsFrame {
  readonly from: IntervalIndex;
  readonly to: IntervalIndex;
  readonly openSellOrders: number;
  readonly openCommitments: number;
  readonly currency: string;
}

export function indicatorsAnswer(found: PortfolioIndicators, frame: IndicatorsFrame): IndicatorsAnswer {
  const { from, to, ...counts } = frame;
  const { scheduledLoad, defaultLoad, costMicro, revenueMicro, openOffers } = found;
  return {
    from: formatInstant(instantOf(from)),
    to: formatInstant(instantOf(to)),
    ...counts,
    offersByState: Object.fromEntries([...found.byState].sort(([a], [b]) => (a < b ? -1 : 1))),
    openOffers,
    openFlexibilityKwh: kwhOfWh(found.openFlexibilityWh),
    openTimeFlexibilityIntervals: openOffers === 0 ? 0 : rounded(found.openTimeIntervals / openOffers),
    flexibilityLevel: rounded(found.flexibilityLevel),
    activationLevel: rounded(found.activationLevel),
    averageDefaultKw: powerOf(defaultLoad.meanWh),
    averageScheduledKw: powerOf(scheduledLoad.meanWh),
    peakKw: powerOf(scheduledLoad.peakWh),
    variabilityKw: powerOf(scheduledLoad.variabilityWh),
    adaptability: rounded(found.adaptability),
    expectedCost: formatMicro(costMicro / WH_PER_KWH),
    expectedGain: formatMicro((revenueMicro - costMicro) / WH_PER_KWH),
  };
}

function powerOf(energyWh: WattHours): number {
  return rounded((energyWh * INTERVALS_PER_HOUR) / 1000);
}

/** Three decimals: more would be noise to a reader. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
