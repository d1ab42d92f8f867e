import { intervalStart } from '../calendar/interval-start.js';
import { differences } from '../evidence/differences.js';
import type { Evidence } from '../evidence/evidence.js';
import { intervalReadings, type IntervalReading } from '../evidence/interval-readings.js';
import type { UncontractedEvidence } from '../evidence/settle-uncontracted.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import { changedItems, type ChangedItem } from './changed-items.js';

type AnyEvidence = Evidence | UncontractedEvidence;

/** A figure or term before and after; undefined: there was, or is, none. */
export interface ChangedFigure {
  /** As in faults: `contract.penaltyPerKwh`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A meter value that is new, gone or different. */
export type ChangedReading = { readonly intervalStart: string } & ChangedItem<IntervalReading>;

/** What a settlement knew that an earlier one did not, and the other way round. */
export interface FactChanges {
  /** By interval. A value also appears here if only one of the settlements had to look at it. */
  readonly readings: readonly ChangedReading[];
  /** Parts of trades, by trade, offer and interval. */
  readonly deliveries: readonly ChangedItem<TradedDelivery>[];
  readonly contract: readonly ChangedFigure[];
  /** Event days, holidays, offered flexibility, and whatever else the settlements depend on. */
  readonly others: readonly ChangedFigure[];
}

export function factChanges(before: AnyEvidence, after: AnyEvidence): FactChanges {
  const readings = changedItems(readingsOf(before), readingsOf(after), ({ interval }) => interval);
  return {
    readings: readings.map((change) => {
      const { interval } = change.after ?? change.before ?? { interval: 0 };
      return { intervalStart: intervalStart(interval), ...change };
    }),
    deliveries: changedItems(before.deliveries, after.deliveries, ({ tradeId, flexOfferId, interval }) =>
      JSON.stringify([tradeId, flexOfferId, interval]),
    ),
    contract: changedFigures('contract', before.contract, after.contract),
    others: changedFigures('', otherFacts(before), otherFacts(after)),
  };
}

const readingsOf = ({ readings, zone }: AnyEvidence): IntervalReading[] => intervalReadings(readings, zone);

/** Every leaf in which two values differ. */
export function changedFigures(path: string, before: unknown, after: unknown): ChangedFigure[] {
  return differences(path, before, after).map((one) => ({
    path: one.path.replace(/^\./, ''),
    before: one.reported,
    after: one.recomputed,
  }));
}

function otherFacts(evidence: AnyEvidence): object {
  const own = new Set([
    ...['readings', 'deliveries', 'contract'],
    ...['baselines', 'lines', 'rewardLines', 'totals'],
  ]);
  return Object.fromEntries(Object.entries(evidence).filter(([name]) => !own.has(name)));
}
