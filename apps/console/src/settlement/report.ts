import type { Answer } from '../api/answer.js';
import type { Decimal } from '../format/money.js';

export interface Run {
  readonly runId: string;
  readonly from: number;
  readonly to: number;
  readonly state: string;
  /** It settles one participant only, not everybody. */
  readonly scoped: boolean;
}

export const decodeRun = (answer: Answer): Run => ({
  runId: answer.text('runId'),
  from: answer.instant('from'),
  to: answer.instant('to'),
  state: answer.text('state'),
  scoped: answer.has('scope'),
});

/** A report as the list tells of it. */
export interface ReportSummary {
  readonly reportId: string;
  readonly participantId: string;
  readonly meterId?: string;
  readonly version: number;
  readonly currency: string;
  readonly amount: Decimal;
  readonly penalty: Decimal;
  readonly net: Decimal;
  readonly lines: number;
  readonly missingLines: number;
}

export function decodeReportSummary(answer: Answer): ReportSummary {
  const totals = answer.object('totals');
  const meterId = answer.textIfAny('meterId');
  return {
    ...(meterId === undefined ? {} : { meterId }),
    reportId: answer.text('reportId'),
    participantId: answer.text('participantId'),
    version: answer.number('version'),
    currency: answer.text('currency'),
    amount: totals.decimal('amount'),
    penalty: totals.decimal('penalty'),
    net: totals.decimal('net'),
    lines: answer.number('lines'),
    missingLines: answer.number('missingLines'),
  };
}

/** What the report itself adds. */
export interface ReportEvidence {
  readonly evidenceHash: string;
  readonly knownAt: string;
}

export const decodeReportEvidence = (answer: Answer): ReportEvidence => ({
  evidenceHash: answer.text('evidenceHash'),
  knownAt: answer.text('knownAt'),
});

/** Whether everything that the report was computed from still gives it. */
export interface Verification {
  readonly valid: boolean;
  /** Whatever else the platform says of it, name and value. */
  readonly findings: readonly (readonly [string, string])[];
}

export const decodeVerification = (answer: Answer): Verification => ({
  valid: answer.boolean('valid'),
  findings: answer
    .entries()
    .filter(([name]) => name !== 'valid')
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
});
