import type { Fault } from '#flexoffer';

/** The first line of a package that does not follow from the lines before it, and in what. */
export interface PackageFault extends Fault {
  /** From 1 on. */
  readonly line: number;
  /** What the line says and what it should say; both undefined where the fault is no figure. */
  readonly reported?: unknown;
  readonly recomputed?: unknown;
}

/** A fault of the line that is being read. */
export type LineFault = Omit<PackageFault, 'line'>;
