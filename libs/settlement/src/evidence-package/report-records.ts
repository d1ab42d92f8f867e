import type { Evidence, VerifiableReport } from '../evidence/evidence.js';
import type { UncontractedEvidence } from '../evidence/settle-uncontracted.js';
import type { LedgerEntry } from '../ledger/ledger-entries.js';
import { formatMicro } from '../money/decimal.js';
import type { FactRecord, FigureRecord, PackageRecord, PackagedHead } from './package-record.js';

/** A report as it was stored. */
export interface PackagedReport extends PackagedHead {
  readonly content: VerifiableReport;
  readonly evidence: Evidence | UncontractedEvidence;
  /** In the order of the ledger. */
  readonly entries: readonly LedgerEntry[];
}

/** The lines of one report. */
export function* reportRecords(report: PackagedReport): Generator<PackageRecord> {
  const { reportId, version, meterId, codeVersion, operatorId, aggregatorId, content, evidence, entries } =
    report;
  yield { type: 'report', reportId, version, meterId, codeVersion, operatorId, aggregatorId };
  yield* factRecords(evidence);
  yield* figureRecords(content, 'baselines' in evidence ? evidence.baselines : [], entries);
}

function* factRecords(evidence: Evidence | UncontractedEvidence): Generator<FactRecord> {
  const figures = new Set(['baselines', 'lines', 'rewardLines', 'totals']);
  const lists = new Set(['deliveries', 'readings']);
  const facts = Object.entries(evidence).filter(([name]) => !figures.has(name) && !lists.has(name));
  yield { type: 'facts', facts: Object.fromEntries(facts) };
  for (const delivery of evidence.deliveries) yield { type: 'delivery', delivery };
  for (const day of evidence.readings) yield { type: 'readings', readings: [day] };
}

/** The figures of a report: what has to follow from its facts. */
export function* figureRecords(
  { lines, rewards, ...content }: VerifiableReport,
  baselines: Evidence['baselines'],
  entries: readonly LedgerEntry[],
): Generator<FigureRecord> {
  for (const baseline of baselines) yield { type: 'baseline', baseline };
  for (const line of lines) yield { type: 'line', line };
  for (const reward of rewards) yield { type: 'reward', reward };
  yield { type: 'totals', ...content };
  for (const entry of entries)
    yield { type: 'posting', posting: { ...entry, amount: formatMicro(entry.amount) } };
}
