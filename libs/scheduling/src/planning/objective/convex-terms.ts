import type { IntervalIndex } from '#flexoffer';
import type { Objective, ObjectiveTerm, Series } from './objective.js';

export interface Kink {
  readonly atWh: number;
  /** By how much the slope rises, above 0. */
  readonly jump: number;
}

/** See `IntervalCosts`. */
export interface Convex {
  readonly constant: number;
  readonly slope: number;
  readonly square: number;
  readonly centre: number;
  /** By position. */
  readonly kinks: readonly Kink[];
}

const NOTHING: Convex = { constant: 0, slope: 0, square: 0, centre: 0, kinks: [] };

/** The sum of all terms in one interval. */
export function convexTerms(objective: Objective, interval: IntervalIndex): Convex {
  return objective.map((term) => convexOf(term, interval)).reduce(sum, NOTHING);
}

/**
 * The value in an interval.
 */
export function valueAt({ firstInterval, values }: Series, interval: IntervalIndex): number {
  return values[interval - firstInterval] ?? 0;
}

function convexOf(term: ObjectiveTerm, interval: IntervalIndex): Convex {
  switch (term.kind) {
    case 'follow-target': {
      const target = valueAt(term.targetWh, interval);
      const { over, under } = term;
      return {
        ...NOTHING,
        constant: under * target,
        slope: -under,
        kinks: kinksAt(target, over + under),
      };
    }
    case 'least-cost':
      return { ...NOTHING, slope: valueAt(term.prices, interval) };
    case 'balance': {
      const centre = term.targetWh === undefined ? 0 : valueAt(term.targetWh, interval);
      return { ...NOTHING, square: term.weight, centre };
    }
    case 'peak-limit':
      return sum(above(term.mostWh, term.penalty), below(term.leastWh, term.penalty));
  }
}

function above(limitWh: number | undefined, penalty: number): Convex {
  return limitWh === undefined ? NOTHING : { ...NOTHING, kinks: kinksAt(limitWh, penalty) };
}

function below(limitWh: number | undefined, penalty: number): Convex {
  if (limitWh === undefined) return NOTHING;
  return { ...NOTHING, constant: penalty * limitWh, slope: -penalty, kinks: kinksAt(limitWh, penalty) };
}

function kinksAt(atWh: number, jump: number): Kink[] {
  return jump === 0 ? [] : [{ atWh, jump }];
}

/** a(y-p)^2 + b(y-q)^2 = (a+b)(y-m)^2 + ab/(a+b) (p-q)^2 with m between p and q. */
function sum(one: Convex, other: Convex): Convex {
  const square = one.square + other.square;
  const share = square === 0 ? 0 : other.square / square;
  return {
    constant: one.constant + other.constant + one.square * share * (one.centre - other.centre) ** 2,
    slope: one.slope + other.slope,
    square,
    centre:
      share === 0
        ? one.centre
        : share === 1
          ? other.centre
          : one.centre + share * (other.centre - one.centre),
    kinks: [...one.kinks, ...other.kinks].sort((a, b) => a.atWh - b.atWh),
  };
}
