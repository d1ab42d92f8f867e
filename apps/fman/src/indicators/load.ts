import type { IntervalIndex, Schedule, WattHours } from '#flexoffer';

/** What offers consume together in each interval of a range; consumption-positive. */
export class Load {
  readonly energiesWh: Float64Array;

  constructor(
    private readonly from: IntervalIndex,
    to: IntervalIndex,
  ) {
    this.energiesWh = new Float64Array(to - from);
  }

  /** Adds a schedule, as far as it lies in the range. */
  add({ start, energiesWh }: Schedule): void {
    energiesWh.forEach((energy, unit) => {
      const index = start + unit - this.from;
      if (index >= 0 && index < this.energiesWh.length) this.energiesWh[index]! += energy;
    });
  }

  get meanWh(): WattHours {
    return this.energiesWh.reduce((sum, energy) => sum + energy, 0) / this.energiesWh.length;
  }

  /** The most in any interval, whether consumed or produced. */
  get peakWh(): WattHours {
    return this.energiesWh.reduce((most, energy) => Math.max(most, Math.abs(energy)), 0);
  }

  /** Standard deviation over the intervals. */
  get variabilityWh(): WattHours {
    const mean = this.meanWh;
    const squares = this.energiesWh.reduce((sum, energy) => sum + (energy - mean) ** 2, 0);
    return Math.sqrt(squares / this.energiesWh.length);
  }
}
