import fc from 'fast-check';
import { boundsAtThreshold } from '../conversion/bounds-at-threshold.js';
import { fitSchedule, inventDefaultSchedule } from '../dialects/fit-schedule.js';
import { splitEvenly } from '../energy/split-evenly.js';
import type { AskedPrice, Dialect, FlexOffer, Slice, Uncertainty } from '../flex-offer.js';
import { instantOf } from '../time.js';
import { arbitraryFullOffer } from './arbitrary-offer.js';

/** For the specs of the message forms. */
export const DIALECTS = ['specification-1', 'specification-2', 'demo-site', 'market', 'slices'] as const;

const arbitraryPrice: fc.Arbitrary<AskedPrice> = fc
  .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.integer({ min: -2_000_000, max: 2_000_000 }))
  .map(([up, down]) => ({ up, down }));

const arbitraryRow = fc
  .tuple(
    fc.constantFrom(-1, 0, 0.25, 1),
    fc.constantFrom(-1, 0.5, 1, 1.1),
    fc.integer({ min: 10_000_000, max: 90_000_000 }),
  )
  .map(([a, b, thousandths]) => ({ a, b, cWh: thousandths / 1000 }));

/** Certain between two energies, and less and less likely up to a third. */
const arbitraryUncertainty: fc.Arbitrary<Uncertainty> = fc
  .tuple(
    fc.integer({ min: -3000, max: 3000 }),
    fc.integer({ min: 0, max: 2000 }),
    fc.constantFrom(0.5, 0.95, 1),
  )
  .map(([fromWh, width, threshold]) => ({
    threshold,
    pieces: [
      { fromWh, toWh: fromWh + width, coefficients: [1] },
      { fromWh: fromWh + width, toWh: fromWh + 2 * width + 1, coefficients: [0.9, -0.1, 0.001] },
    ],
  }));

const option = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const arbitraryKinds = fc.record({
  prices: fc.array(option(arbitraryPrice), { minLength: 4, maxLength: 4 }),
  rows: fc.array(option(fc.array(arbitraryRow, { minLength: 1, maxLength: 3 })), {
    minLength: 4,
    maxLength: 4,
  }),
  uncertainties: fc.array(option(arbitraryUncertainty), { minLength: 4, maxLength: 4 }),
  running: fc.boolean(),
  longer: option(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 })),
});

/** Offers of every kind, mixed, as a reader gives them: schedules fitted, prices where they differ. */
export const arbitraryDialectOffer: fc.Arbitrary<FlexOffer> = fc
  .tuple(arbitraryFullOffer, arbitraryKinds)
  .map(([plain, kinds]) => {
    const slices = plain.slices.map((slice, index): Slice => {
      const [price, dependency, uncertainty] = [
        kinds.prices[index],
        kinds.rows[index],
        kinds.uncertainties[index],
      ];
      const bounds = uncertainty === undefined ? slice : (boundsAtThreshold(uncertainty) ?? slice);
      return {
        ...slice,
        lowerWh: bounds.lowerWh + 0,
        upperWh: bounds.upperWh + 0,
        ...(index === 0 || price === undefined ? {} : { price }),
        ...(dependency === undefined ? {} : { dependency }),
        ...(uncertainty === undefined ? {} : { uncertainty }),
      };
    });
    return withSchedule({ ...plain, slices }, kinds.running, kinds.longer ?? []);
  })
  .filter(isEvenWhereItHasDurations);

/** Of a slice of variable duration, messages carry one energy. */
function isEvenWhereItHasDurations({ defaultSchedule: { energiesWh, durations } }: FlexOffer): boolean {
  let first = 0;
  return (durations ?? []).every((duration) => {
    const own = energiesWh.slice(first, first + duration);
    first += duration;
    const sum = own.reduce((all, energy) => all + energy, 0);
    return splitEvenly(sum, duration).every((part, unit) => part === own[unit]);
  });
}

/** Gives the offer a schedule of its own bounds and durations, and running totals around it. */
function withSchedule(plain: FlexOffer, running: boolean, longer: readonly number[]): FlexOffer {
  const { totalEnergy: _, schedule, ...offer } = plain;
  const lasts = offer.slices.map(({ minDuration, maxDuration }, index) =>
    Math.min(minDuration + (longer[index] ?? 0), maxDuration),
  );
  const isShortest = lasts.every((duration, index) => duration === offer.slices[index]?.minDuration);
  let sum = 0;
  const prefix = offer.slices.map(({ lowerWh }) => (sum += lowerWh) + 0);
  const defaultSchedule = {
    start: offer.defaultSchedule.start,
    energiesWh: offer.slices.flatMap(({ lowerWh }, index) => splitEvenly(lowerWh, lasts[index] ?? 1)),
    ...(isShortest ? {} : { durations: lasts }),
  };
  const whole: FlexOffer = {
    ...offer,
    defaultSchedule,
    ...(plain.totalEnergy === undefined ? {} : { totalEnergy: { lowerWh: sum + 0, upperWh: sum + 100 } }),
    ...(running
      ? { runningTotal: prefix.map((lowerWh, index) => ({ lowerWh, upperWh: lowerWh + 10 * index })) }
      : {}),
  };
  const fitted = { ...whole, defaultSchedule: fitSchedule(defaultSchedule, whole) };
  return schedule === undefined ? fitted : { ...fitted, schedule: fitted.defaultSchedule };
}

/** What of an offer a form carries, with `given` for what the reader must be told. */
export function carriedBy(
  dialect: Dialect,
  offer: FlexOffer,
  given: { id: string; gridNode: string },
): FlexOffer {
  const carried: FlexOffer = { ...offer, origin: { dialect } };
  if (dialect === 'demo-site') return { ...carried, gridNode: given.gridNode };
  if (dialect === 'slices') return { ...carried, gridNode: given.gridNode, ...heldDurations(offer) };
  return dialect === 'market' ? marketOffer(carried, given) : carried;
}

function heldDurations({ slices, defaultSchedule, schedule }: FlexOffer): Partial<FlexOffer> {
  const { durations, ...held } = defaultSchedule;
  return {
    slices: slices.map((slice, index) => {
      const duration = durations?.[index] ?? slice.minDuration;
      return { ...slice, minDuration: duration, maxDuration: duration };
    }),
    defaultSchedule: held,
    ...(schedule === undefined ? {} : { schedule: held }),
  };
}

function marketOffer(offer: FlexOffer, given: { id: string; gridNode: string }): FlexOffer {
  const { stateReason: _r, deviceId: _d, flexibilityId: _f, schedule: _s, ...rest } = offer;
  const assignmentBefore = wholeSeconds(offer.assignmentBefore);
  const carried = {
    ...rest,
    id: /^(0|[1-9]\d{0,14})$/.test(offer.id) ? offer.id : given.id,
    gridNode: given.gridNode,
    state: 'initial' as const,
    creation: wholeSeconds(offer.creation),
    assignmentBefore,
    acceptanceBefore: Math.min(assignmentBefore, instantOf(offer.startAfter)),
  };
  return { ...carried, defaultSchedule: inventDefaultSchedule(carried) };
}

const wholeSeconds = (instant: number): number => Math.floor(instant / 1000) * 1000;
