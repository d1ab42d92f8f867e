/**
 * The energies inside running totals at which the sum of price times energy is least, by the greedy algorithm for
 * generalized polymatroids (J. Edmonds, Submodular Functions, Matroids, and Certain Polyhedra, 1970): the cheapest steps
 * first, each as much as leaves room for everybody else's least; from price 0 on, no more than must be in total.
 *
 * What a step can have is known from what the running totals before it can be, and what they may be after it:
 *
 * ```
 * before step   reached [least, most] --- energy --- allowed [least, most]   after step
 * ```
 */
export class RunningGreedy {
  /** Bounds of the steps, to be written before `fill`; afterwards both are the energies. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Bounds of the running totals after each step. */
  readonly runningLower: Float64Array;
  readonly runningUpper: Float64Array;
  private readonly reachedLeast: Float64Array;
  private readonly reachedMost: Float64Array;
  private readonly allowedLeast: Float64Array;
  private readonly allowedMost: Float64Array;

  constructor(mostSteps: number) {
    const column = (): Float64Array => new Float64Array(mostSteps + 1);
    this.lower = column();
    this.upper = column();
    this.runningLower = column();
    this.runningUpper = column();
    this.reachedLeast = column();
    this.reachedMost = column();
    this.allowedLeast = column();
    this.allowedMost = column();
  }

  /** @param order the steps that have any room, the cheapest first */
  fill(count: number, order: Int32Array, prices: Float64Array): void {
    this.reachAll(count);
    this.allowAll(count);
    let isTotalFixed = false;
    for (const step of order) {
      if (prices[step]! >= 0 && !isTotalFixed) {
        this.runningUpper[count - 1] = this.reachedLeast[count]!;
        this.allowAll(count);
        isTotalFixed = true;
      }
      const most = Math.min(this.upper[step]!, this.allowedMost[step]! - this.reachedLeast[step]!);
      this.lower[step] = this.upper[step] = most;
      for (let later = step; later < count && this.reach(later); later += 1);
      for (let earlier = step - 1; earlier >= 0 && this.allow(earlier); earlier -= 1);
    }
  }

  private reachAll(count: number): void {
    for (let step = 0; step < count; step += 1) this.reach(step);
  }

  /** After the last step anything is allowed that its bounds allow. */
  private allowAll(count: number): void {
    this.allowedLeast[count - 1] = this.runningLower[count - 1]!;
    this.allowedMost[count - 1] = this.runningUpper[count - 1]!;
    for (let step = count - 2; step >= 0; step -= 1) this.allow(step);
  }

  /** Finds what the running total after a step can be; answers whether that is new. */
  private reach(step: number): boolean {
    const { reachedLeast, reachedMost } = this;
    const least = Math.max(this.runningLower[step]!, reachedLeast[step]! + this.lower[step]!);
    const most = Math.min(this.runningUpper[step]!, reachedMost[step]! + this.upper[step]!);
    if (least === reachedLeast[step + 1] && most === reachedMost[step + 1]) return false;
    reachedLeast[step + 1] = least;
    reachedMost[step + 1] = most;
    return true;
  }

  /** Finds what the running total after a step may be, so that all later ones can follow; answers whether that is new. */
  private allow(step: number): boolean {
    const { allowedLeast, allowedMost } = this;
    const least = Math.max(this.runningLower[step]!, allowedLeast[step + 1]! - this.upper[step + 1]!);
    const most = Math.min(this.runningUpper[step]!, allowedMost[step + 1]! - this.lower[step + 1]!);
    if (least === allowedLeast[step] && most === allowedMost[step]) return false;
    allowedLeast[step] = least;
    allowedMost[step] = most;
    return true;
  }
}
