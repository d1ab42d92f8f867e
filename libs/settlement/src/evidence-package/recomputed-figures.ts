import type { Fault, Result } from '#flexoffer';
import type { ReadingDay } from '../evidence/reading-day.js';
import type { SettlementFacts } from '../evidence/settlement-facts.js';
import { settleUncontracted, type UncontractedFacts } from '../evidence/settle-uncontracted.js';
import { settleWithEvidence } from '../evidence/settle-with-evidence.js';
import { ledgerEntries, type LedgerEntry } from '../ledger/ledger-entries.js';
import type { LedgerParties } from '../ledger/postings.js';
import type { TradedDelivery } from '../report/traded-delivery.js';
import type { FigureRecord } from './package-record.js';
import { figureRecords } from './report-records.js';

/** The facts of a report as they were read from a package, of whatever shape. */
export interface ReadFacts {
  readonly facts: object;
  readonly deliveries: readonly unknown[];
  readonly readings: readonly unknown[];
}

/** What follows from facts. */
export interface RecomputedFigures {
  readonly figures: readonly FigureRecord[];
  readonly entries: readonly LedgerEntry[];
}

/** Settles the facts of a package again; faults name what keeps them from being settled. */
export function recomputedFigures(read: ReadFacts, parties: LedgerParties): Result<RecomputedFigures> {
  const facts = factsOf(read);
  try {
    if (facts.contract === null) {
      const { report } = settleUncontracted(facts);
      const entries = ledgerEntries(report, parties);
      return { ok: true, value: { entries, figures: [...figureRecords(report, [], entries)] } };
    }
    const settled = settleWithEvidence(facts);
    if (!settled.ok) return settled;
    const { report, evidence } = settled.value;
    const entries = ledgerEntries(report, parties);
    return { ok: true, value: { entries, figures: [...figureRecords(report, evidence.baselines, entries)] } };
  } catch (error) {
    // A file may hold anything; facts that are no facts show in the first thing that is asked of them.
    return { ok: false, faults: [shapeFault(error)] };
  }
}

/** Nothing has checked the shape: whoever made the file may have put anything there. */
function factsOf({ facts, deliveries, readings }: ReadFacts): SettlementFacts | UncontractedFacts {
  const lists = {
    deliveries: deliveries as readonly TradedDelivery[],
    readings: readings as readonly ReadingDay[],
  };
  return { ...(facts as SettlementFacts | UncontractedFacts), ...lists };
}

function shapeFault(error: unknown): Fault {
  const reason = error instanceof Error ? error.message : String(error);
  return { path: 'facts', message: `cannot be settled (${reason})` };
}
