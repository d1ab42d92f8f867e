import type { Evidence } from '../evidence/evidence.js';
import type { UncontractedEvidence } from '../evidence/settle-uncontracted.js';
import { formatMicro, microOf } from '../money/decimal.js';
import type { ReportContent } from '../report/report-content.js';
import {
  changedFigures,
  factChanges,
  type ChangedFigure,
  type ChangedReading,
  type FactChanges,
} from './fact-changes.js';
import { lineChanges, type ChangedLine } from './line-changes.js';

/** A version of a report with its evidence. */
export interface ProvenVersion {
  readonly report: ReportContent;
  readonly evidence: Evidence | UncontractedEvidence;
}

/** Why a version of a report says something else than the version before. */
export interface VersionDifferences {
  /** The whole story in sentences, for people. */
  readonly words: readonly string[];
  readonly facts: FactChanges;
  readonly lines: readonly ChangedLine[];
  readonly rewards: readonly ChangedFigure[];
  readonly totals: readonly ChangedFigure[];
}

/** Compares two versions of a report over the same period: what was learned in between, and what it changed. */
export function explainVersion(before: ProvenVersion, after: ProvenVersion): VersionDifferences {
  const facts = factChanges(before.evidence, after.evidence);
  const lines = lineChanges(before.report.lines, after.report.lines);
  const rewards = changedFigures('rewards', before.report.rewards, after.report.rewards);
  const totals = changedFigures('totals', before.report.totals, after.report.totals);
  const words = [
    ...readingWords(facts.readings),
    ...counted(facts.deliveries.length, 'part of a trade changed', 'parts of trades changed'),
    ...facts.contract.map((change) => `The ${change.path} ${figureWords(change)}.`),
    ...facts.others.map((change) => `The ${change.path} ${figureWords(change)}.`),
    ...counted(lines.length, 'line of the report changed', 'lines of the report changed'),
    netWords(before.report, after.report),
  ];
  return { words, facts, lines, rewards, totals };
}

function readingWords(readings: readonly ChangedReading[]): string[] {
  const added = readings.filter(({ before }) => before === null).length;
  const gone = readings.filter(({ after }) => after === null).length;
  return [
    ...counted(readings.length - added - gone, 'meter value changed', 'meter values changed'),
    ...counted(added, 'meter value is new', 'meter values are new'),
    ...counted(gone, 'meter value is no longer used', 'meter values are no longer used'),
  ];
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}.`];
}

function figureWords({ before, after }: ChangedFigure): string {
  if (before === undefined) return `is new: ${JSON.stringify(after)}`;
  if (after === undefined) return `is gone: it was ${JSON.stringify(before)}`;
  return `is ${JSON.stringify(after)} and was ${JSON.stringify(before)}`;
}

function netWords(before: ReportContent, after: ReportContent): string {
  const change = microOf(after.totals.net) - microOf(before.totals.net);
  if (change === 0n) return `The net amount is ${after.totals.net} ${after.currency} as before.`;
  const direction = change > 0n ? 'more' : 'less';
  const size = formatMicro(change < 0n ? -change : change);
  return `The net amount is ${after.totals.net} ${after.currency}, ${size} ${direction} than the ${before.totals.net} of before.`;
}
