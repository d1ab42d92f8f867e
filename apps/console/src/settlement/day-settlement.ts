import type { PlatformApi } from '../api/platform-api.js';
import type { ReportSummary, Run } from './report.js';
import { decodeReportSummary, decodeRun } from './report.js';

export interface DaySettlement {
  readonly run: Run;
  readonly reports: readonly ReportSummary[];
}

/** The latest settlement of `[from, to)`; undefined before there is one. @throws Failure */
export async function readSettlement(
  api: PlatformApi,
  from: number,
  to: number,
): Promise<DaySettlement | undefined> {
  const { items } = await api.readPage('/settlement/v1/runs', {}, decodeRun);
  const run = runToShow(items, from, to);
  if (!run) return undefined;
  return {
    run,
    reports: await api.readAll('/settlement/v1/reports', { runId: run.runId }, decodeReportSummary),
  };
}

/** The first of the runs, which are listed latest first, that settles everybody for a time within `[from, to)`. */
export const runToShow = (latestFirst: readonly Run[], from: number, to: number): Run | undefined =>
  latestFirst.find((run) => run.from < to && run.to > from && !run.scoped && run.state !== 'failed');
