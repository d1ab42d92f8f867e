import { RECOMPUTED_VERSIONS } from '../code-version.js';
import type { LedgerEntry } from '../ledger/ledger-entries.js';
import type { LedgerParties } from '../ledger/postings.js';
import { factsOfReportFault, type ReportSetting } from './facts-of-report.js';
import { compareRecord } from './compare-record.js';
import type { LineFault } from './package-fault.js';
import type { FigureRecord } from './package-record.js';
import { recomputedFigures } from './recomputed-figures.js';

type ReadRecord = Readonly<Record<string, unknown>>;

/** Reads the lines of one report: first its facts, then its figures, each held against what follows from the facts. */
export class ReportSection {
  readonly reportId: string;
  private readonly parties: LedgerParties;
  private readonly codeVersion: unknown;
  private readonly setting: ReportSetting;
  private facts: object | undefined;
  private readonly deliveries: unknown[] = [];
  private readonly readings: unknown[] = [];
  private expected: readonly FigureRecord[] | undefined;
  private compared = 0;

  /** What the report puts into the ledger; empty before the first figure was read. */
  entries: readonly LedgerEntry[] = [];

  constructor(head: ReadRecord, { from, to }: Pick<ReportSetting, 'from' | 'to'>) {
    this.setting = { from, to, meterId: head['meterId'] };
    this.reportId = String(head['reportId']);
    this.parties = { operatorId: String(head['operatorId']), aggregatorId: String(head['aggregatorId']) };
    this.codeVersion = head['codeVersion'];
  }

  headFault(): LineFault | undefined {
    const { codeVersion } = this;
    if (typeof codeVersion === 'string' && RECOMPUTED_VERSIONS.includes(codeVersion)) return undefined;
    const known = RECOMPUTED_VERSIONS.join(', ');
    return {
      path: 'codeVersion',
      message: `was computed by version ${String(codeVersion)}, and this verifier knows ${known}: verify with that version`,
    };
  }

  take(record: ReadRecord): LineFault | undefined {
    switch (record['type']) {
      case 'facts':
      case 'delivery':
      case 'readings':
        return this.expected === undefined ? this.takeFact(record) : misplaced(record, 'after figures');
      case 'baseline':
      case 'line':
      case 'reward':
      case 'totals':
      case 'posting':
        return this.takeFigure(record);
      default:
        return misplaced(record, 'in a report');
    }
  }

  /** What is wrong if the report ends here. */
  end(): LineFault | undefined {
    const next = this.expected?.[this.compared];
    if (this.expected !== undefined && next === undefined) return undefined;
    const message = next === undefined ? 'has no figures' : `lacks a line of type ${next.type}`;
    return { path: 'type', message: `report ${this.reportId} ${message}`, recomputed: next };
  }

  private takeFact({ type, facts, delivery, readings }: ReadRecord): LineFault | undefined {
    if (type === 'facts' && this.facts === undefined && isObject(facts)) this.facts = facts;
    else if (type === 'delivery' && isObject(delivery)) this.deliveries.push(delivery);
    else if (type === 'readings' && Array.isArray(readings)) this.readings.push(...(readings as unknown[]));
    else return { path: String(type), message: 'is not in its place or not in its form' };
    return undefined;
  }

  private takeFigure(record: ReadRecord): LineFault | undefined {
    if (this.expected === undefined) {
      const fault = this.recompute();
      if (fault !== undefined) return fault;
    }
    const expected = this.expected?.[this.compared];
    if (expected === undefined) return misplaced(record, 'after the last figure that follows from the facts');
    this.compared += 1;
    return compareRecord(record, expected);
  }

  private recompute(): LineFault | undefined {
    const { facts = {}, deliveries, readings } = this;
    const read = { facts, deliveries, readings };
    const fault = factsOfReportFault(read, this.setting);
    if (fault) return fault;
    const again = recomputedFigures(read, this.parties);
    if (!again.ok) return again.faults[0];
    this.expected = again.value.figures;
    this.entries = again.value.entries;
    return undefined;
  }
}

function misplaced({ type }: ReadRecord, where: string): LineFault {
  return { path: 'type', message: `must not be ${String(type)} ${where}` };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
