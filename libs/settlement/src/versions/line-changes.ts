import type { ReportLine } from '../report/report-content.js';
import { changedFigures, type ChangedFigure } from './fact-changes.js';
import { changedItems } from './changed-items.js';

/** A line whose figures are others than before. */
export interface ChangedLine extends Pick<ReportLine, 'tradeId' | 'flexOfferId' | 'intervalStart'> {
  readonly figures: readonly ChangedFigure[];
  /** What made it another, in words. */
  readonly because: readonly string[];
}

const REASONS: readonly (readonly [keyof ReportLine, string])[] = [
  ['actualWh', 'the meter value'],
  ['baselineWh', 'the baseline'],
  ['orderedWh', 'what was ordered'],
  ['price', 'the price of the trade'],
];

/** The lines that have changed, by interval, trade and offer. */
export function lineChanges(before: readonly ReportLine[], after: readonly ReportLine[]): ChangedLine[] {
  const keyOf = ({ intervalStart, tradeId, flexOfferId }: ReportLine): string =>
    JSON.stringify([intervalStart, tradeId, flexOfferId]);
  return changedItems(before, after, keyOf).flatMap((change) => {
    const line = change.after ?? change.before;
    if (line === null) return [];
    const { tradeId, flexOfferId, intervalStart } = line;
    const figures = changedFigures('', change.before ?? {}, change.after ?? {});
    return { tradeId, flexOfferId, intervalStart, figures, because: reasons(change.before, change.after) };
  });
}

function reasons(before: ReportLine | null, after: ReportLine | null): string[] {
  if (before === null) return ['the delivery is new'];
  if (after === null) return ['nothing is to be delivered any more'];
  const found = REASONS.filter(([figure]) => before[figure] !== after[figure]).map(([, reason]) => reason);
  return found.length > 0 ? found : ['the contract, or other deliveries in the same interval'];
}
