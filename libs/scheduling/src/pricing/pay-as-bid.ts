import type { MicroPerKwh } from '#flexoffer';
import type { Match } from './match.js';

/** Everybody gets what it asks; what the buyer would have paid more stays with the buyer. */
export const payAsBid = (matches: readonly Match[]): MicroPerKwh[] => matches.map(({ ask }) => ask);
