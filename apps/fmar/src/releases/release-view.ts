import { formatInstant, instantOf, kwhOfWh } from '#flexoffer';
import type { TradeRelease } from './trade-release.entity.js';

/** A release as the outside sees it. */
export function releaseView(release: TradeRelease): object {
  const { releaseId, tradeId, buyOrderId, sellOrderId, buyerId, sellerId, cause, reason } = release;
  return {
    releaseId,
    tradeId,
    buyOrderId,
    sellOrderId,
    buyerId,
    sellerId,
    intervalStart: formatInstant(instantOf(release.interval)),
    releasedKwh: kwhOfWh(release.releasedWh),
    cause,
    reason,
    at: formatInstant(release.at),
    traceId: release.trace,
  };
}
