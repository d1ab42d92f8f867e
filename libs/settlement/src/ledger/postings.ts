import { microOf } from '../money/decimal.js';
import type { Amount } from '../money/written-amount.js';
import type { ReportContent, ReportLine } from '../report/report-content.js';
import type { Posting } from './posting.js';

/** Who is meant by the roles that a report's lines do not name. */
export interface LedgerParties {
  readonly operatorId: string;
  /** Pays the rewards of delegated contracts, and taxes. */
  readonly aggregatorId: string;
}

/**
 * The double entry of a report, up to three sets of postings a line, one a reward, and one for the tax:
 *
 * - energy: the buyer pays the gross amount; prosumer, aggregator (the seller) and operator receive their shares;
 * - transfer: the buyer pays the operator for the way through the grid;
 * - penalty: the prosumer pays, the buyer receives all of it;
 * - reward: the aggregator pays the prosumer;
 * - tax: the aggregator, who writes the bill, pays it to the prosumer on top of what the prosumer earns.
 *
 * A line with something missing posts nothing. So the prosumer's postings of a report sum to its `totals.payable`, as
 * long as the prosumer has no other role in it.
 */
export function postings(report: ReportContent, { operatorId, aggregatorId }: LedgerParties): Posting[] {
  const ofLines = report.lines.flatMap((line) => {
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
  const ofRewards = report.rewards.flatMap(({ reward, of, amount }) => {
    const set = { set: JSON.stringify(['reward', reward, of]), tradeId: null, kind: 'reward' } as const;
    return sides(set, [
      [aggregatorId, -microOrZero(amount)],
      [report.participantId, microOrZero(amount)],
    ]);
  });
  const { tax } = report.totals;
  const ofTax = sides({ set: JSON.stringify(['tax']), tradeId: null, kind: 'tax' }, [
    [aggregatorId, -microOf(tax)],
    [report.participantId, microOf(tax)],
  ]);
  return [...ofLines, ...ofRewards, ...ofTax];
}

function entries(kind: Posting['kind'], line: ReportLine, amounts: readonly [string, bigint][]): Posting[] {
  const { tradeId, flexOfferId, intervalStart } = line;
  const set = JSON.stringify([kind, tradeId, flexOfferId, intervalStart]);
  return sides({ set, tradeId, kind }, amounts);
}

function sides(
  payment: Pick<Posting, 'set' | 'tradeId' | 'kind'>,
  amounts: readonly [string, bigint][],
): Posting[] {
  return amounts
    .filter(([, amount]) => amount !== 0n)
    .map(([party, amount]) => ({ ...payment, party, amount }));
}

function microOrZero(amount: Amount | null): bigint {
  return amount === null ? 0n : microOf(amount);
}
