import { NUMBERS_PER_UNIT, type OfferColumns } from '../columns/offer-columns.js';
import type { GroupFlexibility, GroupSum } from '../grouping/leaf-group.js';
import type { IntervalIndex } from '../../time.js';

/** Some of the members of a group of leaves, summed one by one. */
export class PackedGroup implements GroupSum, GroupFlexibility {
  readonly anchor: IntervalIndex;
  readonly before: number;
  readonly after: number;
  readonly count: number;
  readonly offeredIntervals: number;
  readonly offeredWh: number;
  readonly keptWh: number;
  readonly lowerWh: Float64Array;
  readonly defaultWh: Float64Array;
  readonly upperWh: Float64Array;

  /** @param slots of the members, at least one */
  constructor(
    readonly key: string,
    readonly slots: readonly number[],
    columns: OfferColumns,
  ) {
    const { anchor, before, after, length, offeredWh } = columns;
    const over = (start: number, step: (sum: number, slot: number) => number): number =>
      slots.reduce(step, start);
    this.count = slots.length;
    this.anchor = over(Infinity, (least, slot) => Math.min(least, anchor[slot]!));
    this.before = over(Infinity, (least, slot) => Math.min(least, before[slot]!));
    this.after = over(Infinity, (least, slot) => Math.min(least, after[slot]!));
    this.offeredIntervals = over(0, (sum, slot) => sum + before[slot]! + after[slot]!);
    this.offeredWh = over(0, (sum, slot) => sum + offeredWh[slot]!);
    const end = over(-Infinity, (last, slot) => Math.max(last, anchor[slot]! + length[slot]!));
    this.lowerWh = new Float64Array(end - this.anchor);
    this.defaultWh = new Float64Array(end - this.anchor);
    this.upperWh = new Float64Array(end - this.anchor);
    for (const slot of slots) this.add(slot, columns);
    this.keptWh = this.upperWh.reduce((sum, upper, unit) => sum + upper - this.lowerWh[unit]!, 0);
  }

  private add(slot: number, { anchor, length, offset, energies }: OfferColumns): void {
    let from = NUMBERS_PER_UNIT * offset[slot]!;
    const first = anchor[slot]! - this.anchor;
    for (let unit = first; unit < first + length[slot]!; unit += 1, from += NUMBERS_PER_UNIT) {
      this.lowerWh[unit]! += energies[from]!;
      this.defaultWh[unit]! += energies[from + 1]!;
      this.upperWh[unit]! += energies[from + 2]!;
    }
  }
}
