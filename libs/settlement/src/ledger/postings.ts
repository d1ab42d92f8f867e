import { microOf } from '../money/decimal.js';
import type { Amount, ReportContent, ReportLine } from '../report/report-content.js';
import type { Posting } from './posting.js';

/** Who is meant by the roles that a report's lines do not name. */
export interface LedgerParties {
  readonly operatorId: string;
}

/**
 * The double entry of a report, up to three sets of postings a line:
 *
 * - energy: the buyer pays the gross amount; prosumer, aggregator (the seller) and operator receive their shares;
 * - transfer: the buyer pays the operator for the way through the grid;
 * - penalty: the prosumer pays, the buyer receives all of it.
 *
 * A line with something missing posts nothing. So the prosumer's postings of a report sum to its `totals.net`, as
 * long as the prosumer has no other role in it.
 */
export function postings(report: ReportContent, { operatorId }: LedgerParties): Posting[] {
  return report.lines.flatMap((line) => {
    const prosumerId = report.participantId;
    return [
      ...entries('energy', line, [
        [line.buyerId, -microOrZero(line.grossAmount)],
        [prosumerId, microOrZero(line.amount)],
        [line.sellerId, microOrZero(line.aggregatorAmount)],
        [operatorId, microOrZero(line.operatorAmount)],
      ]),
      ...entries('transfer', line, [
        [line.buyerId, -microOrZero(line.transferAmount)],
        [operatorId, microOrZero(line.transferAmount)],
      ]),
      ...entries('penalty', line, [
        [prosumerId, -microOrZero(line.penalty)],
        [line.buyerId, microOrZero(line.penalty)],
      ]),
    ];
  });
}

function entries(kind: Posting['kind'], line: ReportLine, amounts: readonly [string, bigint][]): Posting[] {
  const set = JSON.stringify([kind, line.tradeId, line.flexOfferId, line.intervalStart]);
  return amounts
    .filter(([, amount]) => amount !== 0n)
    .map(([party, amount]) => ({ set, tradeId: line.tradeId, kind, party, amount }));
}

function microOrZero(amount: Amount | null): bigint {
  return amount === null ? 0n : microOf(amount);
}
