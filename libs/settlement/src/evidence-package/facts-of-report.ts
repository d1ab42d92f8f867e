import { intervalStart } from '../calendar/interval-start.js';
import type { LineFault } from './package-fault.js';
import type { PackagedRun } from './package-record.js';
import type { ReadFacts } from './recomputed-figures.js';

/** What a report must agree with. */
export interface ReportSetting {
  /** Of the run. */
  readonly from: PackagedRun['from'];
  readonly to: PackagedRun['to'];
  /** Of the report's head. */
  readonly meterId: unknown;
}

/** Why facts are not those of this report: they are of another period, or of another meter. */
export function factsOfReportFault({ facts }: ReadFacts, setting: ReportSetting): LineFault | undefined {
  const period = periodOf(facts);
  if (period?.from !== setting.from || period.to !== setting.to)
    return {
      path: 'facts.period',
      message: "must be the run's",
      reported: period,
      recomputed: { from: setting.from, to: setting.to },
    };
  const meterId: unknown = 'meterId' in facts ? facts.meterId : undefined;
  if (meterId === setting.meterId) return undefined;
  const message = "must be the report's meter";
  return { path: 'facts.meterId', message, reported: meterId, recomputed: setting.meterId };
}

/** Undefined if there is none that can be read. */
function periodOf(facts: object): { readonly from: string; readonly to: string } | undefined {
  const { from, to } = ('period' in facts ? Object(facts.period) : {}) as { from?: unknown; to?: unknown };
  if (!isInterval(from) || !isInterval(to)) return undefined;
  return { from: intervalStart(from), to: intervalStart(to) };
}

function isInterval(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 1e8;
}
