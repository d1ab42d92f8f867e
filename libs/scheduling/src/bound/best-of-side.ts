import type { AskedSide } from './asked-side.js';

/** The best distance from 0 in one direction: what it gains and how far it goes. */
export interface BestDistance {
  gain: number;
  distanceWh: number;
}

/**
 * The most that a change between `near` and `far` (distances from 0 in one direction, in Wh) gains: each request pays
 * its worth less the ask, energy that nobody buys pays nothing, and every Wh pays `toll` for the grid (negative: it
 * relieves it). Concave, so it stops where the next Wh gains nothing. Writes into `best`.
 */
export function bestOfSide(
  side: AskedSide,
  ask: number,
  toll: number,
  near: number,
  far: number,
  best: BestDistance,
): void {
  let gain = 0;
  let reached = 0;
  for (let index = 0; index < side.worth.length && reached < far; index += 1) {
    const margin = side.worth[index]! - ask;
    if (margin <= 0) break;
    const slope = margin - toll;
    if (slope <= 0 && reached >= near) break;
    const asked = side.askedWh[index]!;
    const room = (slope > 0 ? far : near) - reached;
    const taken = asked < room ? asked : room;
    gain += slope * taken;
    reached += taken;
  }
  const rest = (toll < 0 ? far : near) - reached;
  if (rest > 0) {
    gain -= toll * rest;
    reached += rest;
  }
  best.gain = gain;
  best.distanceWh = reached;
}
