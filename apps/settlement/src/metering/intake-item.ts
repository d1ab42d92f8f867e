import type { MeterIndex } from './registers/meter-index.js';
import type { Reading } from './reading.js';

/** What came of a row: a reading, a register's value, nothing that concerns us, or why it cannot be taken. */
export type IntakeItem = {
  /** From 1 on. */
  readonly line: number;
} & (
  | { readonly reading: Reading }
  | { readonly index: MeterIndex }
  | { readonly ignored: true }
  | { readonly refused: string }
);

/** Items as they arrive, some at a time: waiting for each alone would cost more than reading it. */
export type ItemBatches = AsyncIterable<readonly IntakeItem[]> | Iterable<readonly IntakeItem[]>;
