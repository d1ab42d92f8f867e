import type { WattHours } from '../flex-offer.js';
import type { EnergyExtent } from './energy-extent.js';
import { greatestInWindow } from './greatest-in-window.js';

/**
 * How much energy the offer could place where, beyond what it must place somewhere: the area, in Wh, that all its
 * schedules together cover above and below zero (over all starts), less the energy that even the smallest one has.
 *
 * ```
 * 2 kWh for one interval, window 2:     covered 2+2+2, at least 2     absolute area 4 kWh
 *   +--+--+--+
 *   |  |  |  |
 *   +--+--+--+
 * ```
 * 0 or more; 0 for an offer that leaves no choice. The smallest energy is c_min for consumption and c_max without its
 * sign for production. Where an offer can do both, it is a lower bound of it: the energies that single intervals
 * cannot go below in size, or the size of the total if that is more.
 * Source: the absolute area-based flexibility of Valsomatzis et al. (2015), who define it for one direction.
 */
export function absoluteArea({ units, total }: EnergyExtent, windowIntervals: number): WattHours {
  const above = greatestInWindow(
    units.upperWh.map((upper) => Math.max(upper, 0)),
    windowIntervals,
  );
  const below = greatestInWindow(
    units.lowerWh.map((lower) => Math.max(-lower, 0)),
    windowIntervals,
  );
  const mustHave = units.lowerWh.reduce(
    (sum, lower, unit) => sum + smallestSize(lower, units.upperWh[unit] ?? lower),
    0,
  );
  return sum(above) + sum(below) - Math.max(mustHave, smallestSize(total.lowerWh, total.upperWh));
}

/** Of all values between two, the size of the one that is nearest to 0. */
function smallestSize(lower: number, upper: number): number {
  return Math.max(lower, -upper, 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
