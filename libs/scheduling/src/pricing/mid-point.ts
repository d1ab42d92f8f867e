import type { MicroPerKwh } from '#flexoffer';
import type { Match } from './match.js';

/** Buyer and seller share what they gain; the odd millionth stays with the buyer. */
export const midPoint = (matches: readonly Match[]): MicroPerKwh[] =>
  matches.map(({ bid, ask, transferPrice }) => ask + Math.floor((bid - transferPrice - ask) / 2));
