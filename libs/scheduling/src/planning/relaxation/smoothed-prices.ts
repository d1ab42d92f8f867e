import type { IntervalCosts } from '../objective/interval-costs.js';

/**
 * Prices of energy that follow from the totals: the slope of the objective. Where the objective has kinks the price
 * moves gradually around a centre, with the proximal term of R. T. Rockafellar (Mathematics of Operations Research 1,
 * 1976); better centres make better prices, until they are those of the relaxed problem.
 *
 * ```
 * price  over |            ________       price = centre + curvature * (total - nearest),
 *             |          /                where `nearest` weighs f against the square of the distance
 *             |        /
 *       under |_______/__________ total
 *                    kink
 * ```
 */
export class SmoothedPrices {
  /** How fast the price rises with the total, at most. */
  readonly curvature: Float64Array;
  private readonly centre: Float64Array;
  private readonly isSmooth: Uint8Array;

  /** @param scaleWh over which difference of the total a price goes all its way, by interval */
  constructor(
    private readonly costs: IntervalCosts,
    scaleWh: Float64Array,
  ) {
    const { length, square } = costs;
    this.centre = Float64Array.from({ length }, (_, t) => this.startingPrice(t));
    this.isSmooth = Uint8Array.from({ length }, (_, t) => (costs.kinkiness(t) === 0 ? 1 : 0));
    this.curvature = Float64Array.from({ length }, (_, t) =>
      this.isSmooth[t] === 1 ? 2 * square[t]! : costs.kinkiness(t) / scaleWh[t]! + 2 * square[t]!,
    );
  }

  at(t: number, totalWh: number): number {
    const { costs } = this;
    if (this.isSmooth[t] === 1) return costs.slope[t]! + 2 * costs.square[t]! * (totalWh - costs.centre[t]!);
    const curvature = this.curvature[t]!;
    const near = totalWh + this.centre[t]! / curvature;
    return curvature * (near - costs.nearest(t, near, curvature));
  }

  /** Makes the prices at these totals the new centre. */
  recentre(totalWh: Float64Array): void {
    for (let t = 0; t < totalWh.length; t += 1) this.centre[t] = this.at(t, totalWh[t]!);
  }

  private startingPrice(t: number): number {
    return this.costs.slope[t]! + this.costs.kinkiness(t) / 2;
  }
}
