import type { Reading } from './reading.js';

/** What came of a row: a reading, or why it cannot be taken. `line` counts from 1. */
export type IntakeItem =
  { readonly line: number; readonly reading: Reading } | { readonly line: number; readonly refused: string };

/** Items as they arrive, some at a time: waiting for each alone would cost more than reading it. */
export type ItemBatches = AsyncIterable<readonly IntakeItem[]> | Iterable<readonly IntakeItem[]>;
