import type { Instant, IntervalIndex, MicroPerKwh, WattHours } from '#flexoffer';

/** What is left of a trade after all its releases. */
export interface OpenTrade {
  readonly tradeId: string;
  readonly interval: IntervalIndex;
  /** The buyer's sign; not 0. */
  readonly remainingWh: WattHours;
  /** What the buyer pays per kWh, transfer included. */
  readonly price: MicroPerKwh;
  readonly at: Instant;
}

/** How much of a trade is released; the trade's sign, not 0, and no more than remains. */
export interface ChosenRelease<Trade extends OpenTrade = OpenTrade> {
  readonly trade: Trade;
  readonly releasedWh: WattHours;
}

/**
 * Releases just so much: what was bought last goes first, of one gate the dearest, then the one with the higher id.
 *
 * ```
 * trades   +5 (10:05)  +3 (10:10, 0.06)  +4 (10:10, 0.09)       to release +6
 * release               -2                -4
 * ```
 * @param trades of one interval; those of the other sign are left alone
 * @param excessWh signed; all that there is, if there is less
 */
export function chooseReleases<Trade extends OpenTrade>(
  trades: readonly Trade[],
  excessWh: WattHours,
): ChosenRelease<Trade>[] {
  const direction = Math.sign(excessWh);
  let left = Math.abs(excessWh);
  return trades
    .filter(({ remainingWh }) => Math.sign(remainingWh) === direction)
    .toSorted((a, b) => b.at - a.at || b.price - a.price || (a.tradeId < b.tradeId ? 1 : -1))
    .flatMap((trade) => {
      const part = Math.min(left, Math.abs(trade.remainingWh));
      left -= part;
      return part === 0 ? [] : [{ trade, releasedWh: direction * part }];
    });
}
