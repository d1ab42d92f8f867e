/** How many offers have each time flexibility. Values ascend; both lists have one entry per value. */
export interface Histogram {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

/** How few runs can do, if no run is wider than the tolerance. */
export function fewestRuns(values: readonly number[], tolerance: number): number {
  let runs = 0;
  let smallest = -Infinity;
  for (const value of values) {
    if (value - smallest <= tolerance) continue;
    runs += 1;
    smallest = value;
  }
  return runs;
}

/**
 * The best ways to cut a histogram into runs none of which is wider than the tolerance. Every member keeps the smallest
 * value of its run, so what is lost is the sum of the distances from there:
 *
 * ```
 * value      0   1   2   3   4   5   6            tolerance 4
 * members    9   0   0   0   1   9   9
 * 2 runs    |9   0   0   0   1| |9   9|           loss 1*4 + 9*1
 * 3 runs    |9   0   0   0   1| |9| |9|           loss 1*4
 * ```
 * By dynamic programming over the last run; each further number of runs takes `values * (values in a tolerance)` steps
 * and is worked out when it is first asked for. The loss of a run fulfils the quadrangle inequality, so every further
 * run saves at most what the one before it saved. Of equally good cuts the one whose last run is longest (then the
 * one before it, and so on).
 */
export class BestRuns {
  /** Sums over all values below each: members, and members times value. */
  private readonly members: number[] = [0];
  private readonly totals: number[] = [0];
  /** For each number of runs and of values: the least loss, and where the last run begins. */
  private readonly losses: number[][];
  private readonly firsts: number[][];

  constructor(
    private readonly histogram: Histogram,
    private readonly tolerance: number,
  ) {
    const { values, counts } = histogram;
    const size = values.length + 1;
    for (let index = 0; index < values.length; index += 1) {
      this.members[index + 1] = this.members[index]! + counts[index]!;
      this.totals[index + 1] = this.totals[index]! + counts[index]! * values[index]!;
    }
    this.losses = [[0, ...values.map(() => Infinity)]];
    this.firsts = [new Array<number>(size).fill(0)];
  }

  /** What is lost with so many runs; Infinity if the tolerance, or the number of values, does not allow them. */
  lossWith(runs: number): number {
    while (this.losses.length <= runs) this.extend();
    return this.losses[runs]!.at(-1)!;
  }

  /** The number of the first value of each run, if there are so many runs; the loss must be finite. */
  firstValues(runs: number): number[] {
    this.lossWith(runs);
    const result: number[] = [];
    let end = this.histogram.values.length;
    for (let run = runs; run > 0; run -= 1) {
      end = this.firsts[run]![end]!;
      result.push(end);
    }
    return result.reverse();
  }

  private extend(): void {
    const { members, totals, tolerance } = this;
    const { values } = this.histogram;
    const before = this.losses.at(-1)!;
    const losses = new Array<number>(before.length).fill(Infinity);
    const firsts = new Array<number>(before.length).fill(0);
    for (let end = this.losses.length; end < before.length; end += 1) {
      const widest = values[end - 1]! - tolerance;
      let least = Infinity;
      for (let start = end - 1; start >= 0 && values[start]! >= widest; start -= 1) {
        const own = totals[end]! - totals[start]! - values[start]! * (members[end]! - members[start]!);
        const loss = before[start]! + own;
        if (loss > least) continue;
        least = loss;
        firsts[end] = start;
      }
      losses[end] = least;
    }
    this.losses.push(losses);
    this.firsts.push(firsts);
  }
}
