import { baselineError, type ErrorSums, type LocalDay } from '#settlement';
import type { MethodDays } from './measure.js';
import { GENERAL, REFERENCE, errorsOn, onBoth } from './measure.js';
import type { Site } from './site.js';

/** A site with what every method did there. */
export interface MeasuredSite {
  readonly site: Site;
  readonly methods: readonly MethodDays[];
}

type Wanted = (day: LocalDay) => boolean;

/** One table per site: error and bias of each method on business days, other days and all. */
export function siteTable({ site, methods }: MeasuredSite, wanted: Wanted): string {
  const isBusiness: Wanted = (day) =>
    ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()) && !site.history.holidays.has(day);
  const rows = methods.map((method) => {
    const business = errorsOn(method, (day) => wanted(day) && isBusiness(day));
    const other = errorsOn(method, (day) => wanted(day) && !isBusiness(day));
    const all = errorsOn(method, wanted);
    const ratio = ratioToReference(methods, method, wanted);
    const cells = [business, other, all].flatMap((sums) => [rrmse(sums), bias(sums)]);
    return row([`\`${method.method}\``, ...cells, two(ratio), `${all.days}`, `${all.refusedDays}`]);
  });
  const head = ['method', ...['business days', 'other days', 'all days'].flatMap((days) => [days, 'bias'])];
  return table([...head, 'of 10-of-10', 'days', 'refused'], rows);
}

/** One row per site and their mean: the general method beside 10-of-10, on the days on which both have a baseline. */
export function headlineTable(sites: readonly MeasuredSite[], wanted: Wanted): string {
  const figures = sites.flatMap((measured) => headline(measured, wanted));
  const rows = figures.map(({ name, reference, general }) =>
    row([
      name,
      rrmse(reference),
      bias(reference),
      rrmse(general),
      bias(general),
      two(relative(general) / relative(reference)),
    ]),
  );
  const head = ['site', `\`${REFERENCE}\``, 'bias', `\`${GENERAL}\``, 'bias', 'of 10-of-10'];
  return table(head, [...rows, meanRow(figures)]);
}

interface Headline {
  readonly name: string;
  readonly reference: ErrorSums;
  readonly general: ErrorSums;
}

/** Empty where one of the two has no baseline on any of the days. */
export function headline({ site, methods }: MeasuredSite, wanted: Wanted): Headline[] {
  const reference = methods.find(({ method }) => method === REFERENCE);
  const general = methods.find(({ method }) => method === GENERAL);
  if (reference === undefined || general === undefined) return [];
  const both = onBoth(reference, general);
  const on = (method: MethodDays): ErrorSums => errorsOn(method, (day) => wanted(day) && both(day));
  const found = { name: site.name, reference: on(reference), general: on(general) };
  return found.general.days > 0 ? [found] : [];
}

function meanRow(figures: readonly Headline[]): string {
  const mean = (value: (figure: Headline) => number): number =>
    figures.reduce((sum, figure) => sum + value(figure), 0) / figures.length;
  const biasOf = (sums: ErrorSums): number => baselineError(sums).bias ?? Number.NaN;
  return row([
    '**mean**',
    percent(mean(({ reference }) => relative(reference))),
    signed(mean(({ reference }) => biasOf(reference))),
    percent(mean(({ general }) => relative(general))),
    signed(mean(({ general }) => biasOf(general))),
    two(mean(({ reference, general }) => relative(general) / relative(reference))),
  ]);
}

function ratioToReference(methods: readonly MethodDays[], method: MethodDays, wanted: Wanted): number {
  const reference = methods.find((each) => each.method === REFERENCE);
  if (reference === undefined) return Number.NaN;
  const both = onBoth(reference, method);
  const on = (each: MethodDays): ErrorSums => errorsOn(each, (day) => wanted(day) && both(day));
  return relative(on(method)) / relative(on(reference));
}

export function relative(sums: ErrorSums): number {
  return baselineError(sums).relativeRmse ?? Number.NaN;
}

function rrmse(sums: ErrorSums): string {
  return percent(relative(sums));
}

function bias(sums: ErrorSums): string {
  return signed(baselineError(sums).bias ?? Number.NaN);
}

function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${(share * 100).toFixed(1)} %`;
}

function signed(share: number): string {
  return Number.isNaN(share) ? '-' : `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;
}

function two(ratio: number): string {
  return Number.isNaN(ratio) ? '-' : ratio.toFixed(3);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  const line = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [row(head), row(line), ...rows].join('\n');
}
