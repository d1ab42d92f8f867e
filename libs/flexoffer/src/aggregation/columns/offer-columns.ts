import type { IntervalIndex } from '../../time.js';
import { longer } from './longer.js';

/** Where an offer may go in an aggregation, without its energies. */
export interface Placement {
  /** Only offers of one category go together; a small integer that the caller chooses. */
  readonly category: number;
  /** The start at which the offer is aligned with others, somewhere in its window. */
  readonly anchor: IntervalIndex;
  /** How many intervals earlier than its anchor it may start. */
  readonly before: number;
  /** How many intervals later than its anchor it may start. */
  readonly after: number;
  /** Upper minus lower bounds of all its slices, whatever of it can be used in an aggregate. */
  readonly offeredWh: number;
}

/** Energies of each interval of a profile; all three have its length, `lower <= usual <= upper`. */
export interface ProfileEnergies {
  readonly lowerWh: ArrayLike<number>;
  /** What happens if nobody asks for anything else. */
  readonly defaultWh: ArrayLike<number>;
  readonly upperWh: ArrayLike<number>;
}

/** Numbers kept for every interval of a profile: lower bound, default, upper bound, side by side. */
export const NUMBERS_PER_UNIT = 3;

const FEWEST_WASTED_UNITS = 4096;

/**
 * Offers as columns: one number per offer in each of a few typed arrays, and one long array with the energies of all
 * profiles. An offer is known by its slot, the place of its numbers in the columns.
 *
 * ```
 * slot      0        1          2
 * offset    0        2          5
 * energies  lul lul  lul lul lul  lul ...          l, u: bounds, with the default between them
 * ```
 * Removing leaves a gap. Once more than half of `energies` is gaps it is written anew, so a removal costs constant
 * time per interval on the average, and memory stays proportional to the offers that are there.
 */
export class OfferColumns {
  category: Int32Array;
  anchor: Int32Array;
  before: Int32Array;
  after: Int32Array;
  /** First interval of the profile, counted in `energies`. */
  offset: Int32Array;
  /** Intervals of the profile; 0 in a free slot. */
  length: Int32Array;
  offeredWh: Float64Array;
  energies: Int32Array;
  /** All slots in use are below. */
  end = 0;
  private readonly free: number[] = [];
  private usedUnits = 0;
  private wastedUnits = 0;

  /** Makes room for so many offers and intervals, and an eighth more, so that changes do not move all at once. */
  constructor(offers = 0, units = 0) {
    const slots = withReserve(offers);
    this.category = new Int32Array(slots);
    this.anchor = new Int32Array(slots);
    this.before = new Int32Array(slots);
    this.after = new Int32Array(slots);
    this.offset = new Int32Array(slots);
    this.length = new Int32Array(slots);
    this.offeredWh = new Float64Array(slots);
    this.energies = new Int32Array(NUMBERS_PER_UNIT * withReserve(units));
  }

  /**
   * Adds an offer and answers its slot. Slots count up from 0 as long as nothing was removed.
   *
   * @throws RangeError if the profile is empty or an energy is not a whole number of watt-hours below 2^31
   */
  add(placement: Placement, profile: ProfileEnergies): number {
    const length = profile.lowerWh.length;
    if (length === 0) throw new RangeError('an offer needs at least one interval');
    const offset = this.allocate(length);
    this.write(offset, length, profile);
    const slot = this.free.pop() ?? this.newSlot();
    this.category[slot] = placement.category;
    this.anchor[slot] = placement.anchor;
    this.before[slot] = placement.before;
    this.after[slot] = placement.after;
    this.offeredWh[slot] = placement.offeredWh;
    this.offset[slot] = offset;
    this.length[slot] = length;
    return slot;
  }

  /** Frees a slot, which a later offer will get. */
  remove(slot: number): void {
    this.wastedUnits += this.length[slot]!;
    this.length[slot] = 0;
    this.free.push(slot);
    if (this.wastedUnits > FEWEST_WASTED_UNITS && 2 * this.wastedUnits > this.usedUnits) this.closeGaps();
  }

  private write(offset: number, length: number, { lowerWh, defaultWh, upperWh }: ProfileEnergies): void {
    const { energies } = this;
    let at = NUMBERS_PER_UNIT * offset;
    for (let unit = 0; unit < length; unit += 1, at += NUMBERS_PER_UNIT) {
      const lower = lowerWh[unit]!;
      const usual = defaultWh[unit]!;
      const upper = upperWh[unit]!;
      if ((lower | 0) !== lower || (usual | 0) !== usual || (upper | 0) !== upper)
        throw new RangeError(`${lower}, ${usual}, ${upper} are not whole watt-hours below 2^31`);
      energies[at] = lower;
      energies[at + 1] = usual;
      energies[at + 2] = upper;
    }
  }

  private allocate(length: number): number {
    const offset = this.usedUnits;
    this.usedUnits += length;
    if (NUMBERS_PER_UNIT * this.usedUnits > this.energies.length) {
      const energies = new Int32Array(NUMBERS_PER_UNIT * withReserve(grown(this.usedUnits)));
      energies.set(this.energies);
      this.energies = energies;
    }
    return offset;
  }

  private newSlot(): number {
    if (this.end === this.category.length) this.widen(withReserve(grown(this.end + 1)));
    this.end += 1;
    return this.end - 1;
  }

  private widen(slots: number): void {
    this.category = longer(this.category, slots);
    this.anchor = longer(this.anchor, slots);
    this.before = longer(this.before, slots);
    this.after = longer(this.after, slots);
    this.offset = longer(this.offset, slots);
    this.length = longer(this.length, slots);
    const offeredWh = new Float64Array(slots);
    offeredWh.set(this.offeredWh);
    this.offeredWh = offeredWh;
  }

  private closeGaps(): void {
    const liveUnits = this.usedUnits - this.wastedUnits;
    const energies = new Int32Array(NUMBERS_PER_UNIT * withReserve(liveUnits));
    let used = 0;
    for (let slot = 0; slot < this.end; slot += 1) {
      const length = this.length[slot]!;
      const from = NUMBERS_PER_UNIT * this.offset[slot]!;
      energies.set(this.energies.subarray(from, from + NUMBERS_PER_UNIT * length), NUMBERS_PER_UNIT * used);
      this.offset[slot] = used;
      used += length;
    }
    this.energies = energies;
    this.usedUnits = used;
    this.wastedUnits = 0;
  }
}

function withReserve(size: number): number {
  return size + (size >>> 3) + 16;
}

function grown(size: number): number {
  return size + (size >>> 1);
}
