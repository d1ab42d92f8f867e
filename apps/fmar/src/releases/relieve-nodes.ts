import type { IntervalIndex, WattHours } from '#flexoffer';
import type { CommittedChange, GridCapacity } from '#scheduling';
import { chooseReleases, type ChosenRelease, type OpenTrade } from './choose-releases.js';

/** A trade with the seller's node. */
export interface LocatedTrade extends OpenTrade {
  readonly gridNode: string;
}

/** A release because a node can no longer carry it; at most one for each trade and node. */
export interface Relief<Trade extends LocatedTrade = LocatedTrade> extends ChosenRelease<Trade> {
  readonly limitedNode: string;
}

/**
 * What must be released so that no node carries more than it can, just enough: the deepest nodes first, because what is
 * released below a node relieves it too.
 *
 * ```
 * z         limit 6, change +9          1. z.a carries 2 too much: 2 of its trades are released, z still has +7
 * ├ z.a     limit 3, change +5          2. z carries 1 too much: 1 of all trades below it
 * └ z.b     no limit, change +4
 * ```
 * What moves nobody bought cannot be released, so a node may be left with too much.
 *
 * @param committed in intervals that can still change
 * @param trades of the same intervals
 */
export function relieveNodes<Trade extends LocatedTrade>(
  capacities: readonly GridCapacity[],
  committed: readonly CommittedChange[],
  trades: readonly Trade[],
): Relief<Trade>[] {
  const deepestFirst = capacities.toSorted(
    (a, b) => depthOf(b) - depthOf(a) || (a.gridNode < b.gridNode ? -1 : 1),
  );
  const reliefs: Relief<Trade>[] = [];
  for (const capacity of deepestFirst) {
    const { gridNode: limitedNode } = capacity;
    for (const [interval, excessWh] of excessesOf(capacity, committed, reliefs)) {
      const below = trades.filter((trade) => trade.interval === interval && isBelow(trade, limitedNode));
      for (const chosen of chooseReleases(remaining(below, reliefs), excessWh))
        reliefs.push({ ...chosen, limitedNode });
    }
  }
  return reliefs;
}

/** By how much the net change of a node exceeds its limit, signed, by interval; only where it does. */
export function excessesOf(
  { gridNode, importWh = Infinity, exportWh = Infinity }: GridCapacity,
  committed: readonly CommittedChange[],
  reliefs: readonly Relief[] = [],
): [IntervalIndex, WattHours][] {
  const net = new Map<IntervalIndex, WattHours>();
  for (const change of committed)
    if (isBelow(change, gridNode))
      net.set(change.interval, (net.get(change.interval) ?? 0) + change.changeWh);
  for (const { trade, releasedWh } of reliefs)
    if (isBelow(trade, gridNode)) net.set(trade.interval, (net.get(trade.interval) ?? 0) - releasedWh);
  return [...net]
    .sort(([a], [b]) => a - b)
    .map(([interval, wh]): [IntervalIndex, WattHours] => [
      interval,
      wh > 0 ? Math.max(0, wh - exportWh) : Math.min(0, wh + importWh),
    ])
    .filter(([, excess]) => excess !== 0);
}

/** Trades as they are after the releases so far. */
function remaining<Trade extends LocatedTrade>(
  trades: readonly Trade[],
  reliefs: readonly Relief[],
): Trade[] {
  return trades.flatMap((trade) => {
    const released = reliefs
      .filter((relief) => relief.trade.tradeId === trade.tradeId)
      .reduce((sum, { releasedWh }) => sum + releasedWh, 0);
    const remainingWh = trade.remainingWh - released;
    return remainingWh === 0 ? [] : [{ ...trade, remainingWh }];
  });
}

const depthOf = ({ gridNode }: GridCapacity): number => gridNode.split('.').length;

const isBelow = ({ gridNode }: { readonly gridNode: string }, node: string): boolean =>
  gridNode === node || gridNode.startsWith(`${node}.`);
