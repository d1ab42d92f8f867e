import { formatInstant, instantOf } from '#flexoffer';
import type { ReportLine, ReportTotals, RewardLine } from '#settlement';
import type { Report } from './report.entity.js';

/** A report without its lines. */
export interface ReportSummary {
  readonly reportId: string;
  readonly runId: string;
  readonly version: number;
  readonly participantId: string;
  readonly meterId: string | null;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly knownAt: string;
  readonly totals: ReportTotals;
  /** How many lines there are, and how many of them have no amount since something is missing. */
  readonly lines: number;
  readonly missingLines: number;
  readonly evidenceHash: string;
}

/** As `ReportSummary`, with the lines themselves and the contract that they were settled by. */
export interface ReportAnswer extends Omit<ReportSummary, 'lines' | 'missingLines'> {
  readonly contractId: string | null;
  readonly contractVersion: number | null;
  readonly lines: readonly ReportLine[];
  readonly rewards: readonly RewardLine[];
}

/** A report as lists read it. */
export type ListedReport = Omit<Report, 'content' | 'evidence'>;

export function listedAnswerOf(report: ListedReport): ReportSummary {
  const { lines, missingLines } = report.summary;
  return { ...headOf(report), lines, missingLines };
}

export function answerOf(report: Report): ReportAnswer {
  const { contractId, contractVersion, lines, rewards } = report.content;
  const contracted = contractId !== '';
  return {
    ...headOf(report),
    contractId: contracted ? contractId : null,
    contractVersion: contracted ? contractVersion : null,
    lines,
    rewards,
  };
}

function headOf(report: ListedReport): Omit<ReportSummary, 'lines' | 'missingLines'> {
  return {
    reportId: report.reportId,
    runId: report.runId,
    version: report.version,
    participantId: report.participantId,
    meterId: report.meterId,
    from: formatInstant(instantOf(report.from)),
    to: formatInstant(instantOf(report.to)),
    currency: report.summary.currency,
    knownAt: formatInstant(report.knownAt),
    totals: report.summary.totals,
    evidenceHash: report.evidenceHash,
  };
}
