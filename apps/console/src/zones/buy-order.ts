import type { Answer } from '../api/answer.js';

/** What a grid operator asks for. */
export interface BuyOrder {
  readonly gridNode: string;
  readonly intervals: readonly { readonly intervalStart: number; readonly changeKwh: number }[];
}

/** What was taken back or never let in counts as asked only as far as it was bought. */
const GONE: readonly string[] = ['withdrawn', 'refused'];

export function decodeBuyOrder(answer: Answer): BuyOrder {
  const gone = GONE.includes(answer.text('state'));
  return {
    gridNode: answer.text('gridNode'),
    intervals: answer.list('intervals', (interval) => ({
      intervalStart: interval.instant('intervalStart'),
      changeKwh: interval.number(gone ? 'acceptedKwh' : 'changeKwh'),
    })),
  };
}
