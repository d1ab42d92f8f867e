/** What a figure is held against: a limit or another way of doing it, measured in the same run of the program. */
export interface Reference {
  readonly name: string;
  readonly value: number;
}

/** One figure: the median of several runs after a warm-up. */
export interface BenchmarkResult {
  readonly name: string;
  /** How large the input was, in the benchmark's own items. */
  readonly size: number;
  readonly value: number;
  readonly unit: string;
  /** In the same unit. */
  readonly reference: Reference;
  /** `value` over the reference's. */
  readonly ratio: number;
}

export interface Benchmark {
  /** One line for `--help`. */
  readonly summary: string;
  /** Measured when no size is asked for. */
  readonly sizes: readonly number[];
  /**
   * @param progress one line for people
   * @throws WrongResult when what was measured did not do its work
   */
  run(size: number, progress: (line: string) => void): Promise<readonly BenchmarkResult[]>;
}

/** A fast answer that is wrong is no answer: the benchmark fails. */
export class WrongResult extends Error {
  constructor(problem: string) {
    super(`The result is wrong: ${problem}`);
    this.name = 'WrongResult';
  }
}

/** The figure of several runs and of as many runs of its reference. */
export function resultOf(
  figure: Pick<BenchmarkResult, 'name' | 'size' | 'unit'>,
  values: readonly number[],
  reference: { readonly name: string; readonly values: readonly number[] },
): BenchmarkResult {
  const value = significant(median(values));
  const referenceValue = significant(median(reference.values));
  const { name, size, unit } = figure;
  return {
    name,
    size,
    value,
    unit,
    reference: { name: reference.name, value: referenceValue },
    ratio: significant(value / referenceValue),
  };
}

/** @throws RangeError if there are no values */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('the median of nothing');
  return (lower + upper) / 2;
}

/** Four digits: more would be noise. */
function significant(value: number): number {
  return Number(value.toPrecision(4));
}
