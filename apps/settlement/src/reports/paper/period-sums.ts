import { intervalOf, type WattHours } from '#flexoffer';
import {
  formatMicro,
  localDayOf,
  parseDecimal,
  type Amount,
  type MicroMoney,
  type ReportLine,
} from '#settlement';

/** A row of the page: what the lines of a day, or of a month, come to. Energies without their sign. */
export interface PeriodSum {
  /** `2026-01-15` or `2026-01`. */
  readonly period: string;
  readonly orderedWh: WattHours;
  readonly deliveredWh: WattHours;
  readonly amount: Amount;
  readonly penalty: Amount;
  /** Lines whose money is not known yet. */
  readonly missing: number;
}

/** So many rows fit on the page. */
const MOST_ROWS = 16;

/** One row for each local day that has lines; for each month, if those were too many to read. */
export function periodSums(lines: readonly ReportLine[], zone: string): PeriodSum[] {
  const days = sumsBy(lines, (line) => localDayOf(intervalOf(Date.parse(line.intervalStart)), zone));
  if (days.length <= MOST_ROWS) return days;
  return sumsBy(lines, (line) =>
    localDayOf(intervalOf(Date.parse(line.intervalStart)), zone).slice(0, 'yyyy-mm'.length),
  ).slice(-MOST_ROWS);
}

function sumsBy(lines: readonly ReportLine[], periodOf: (line: ReportLine) => string): PeriodSum[] {
  const periods = new Map<string, ReportLine[]>();
  for (const line of lines) {
    const period = periodOf(line);
    const own = periods.get(period);
    if (own) own.push(line);
    else periods.set(period, [line]);
  }
  return [...periods].map(([period, own]) => sumOf(period, own));
}

function sumOf(period: string, lines: readonly ReportLine[]): PeriodSum {
  const energy = (of: (line: ReportLine) => WattHours | null): WattHours =>
    lines.reduce((sum, line) => sum + Math.abs(of(line) ?? 0), 0);
  const money = (of: (line: ReportLine) => Amount | null): Amount =>
    formatMicro(lines.reduce((sum, line) => sum + microOf(of(line)), 0n));
  return {
    period,
    orderedWh: energy(({ orderedWh }) => orderedWh),
    deliveredWh: energy(({ deliveredWh }) => deliveredWh),
    amount: money(({ amount }) => amount),
    penalty: money(({ penalty }) => penalty),
    missing: lines.filter(({ missing }) => missing !== undefined).length,
  };
}

function microOf(amount: Amount | null): MicroMoney {
  if (amount === null) return 0n;
  const parsed = parseDecimal(amount);
  if (!parsed.ok) throw new Error(`a report with the amount ${amount}`);
  return parsed.value;
}
