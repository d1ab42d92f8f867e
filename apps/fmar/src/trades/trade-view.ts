import { INTERVAL_SECONDS, formatInstant, instantOf, kwhOfWh } from '#flexoffer';
import { decimalOfMicro } from '../orders/decimal-price.js';
import type { Trade } from './trade.entity.js';

/** A trade as the outside sees it. */
export function tradeView(trade: Trade): object {
  const { tradeId, gateId, buyOrderId, sellOrderId, buyerId, sellerId, gridNode } = trade;
  return {
    tradeId,
    gateId,
    buyOrderId,
    sellOrderId,
    buyerId,
    sellerId,
    gridNode,
    intervalStart: formatInstant(instantOf(trade.interval)),
    intervalSeconds: INTERVAL_SECONDS,
    changeKwh: kwhOfWh(trade.changeWh),
    pricePerKwh: decimalOfMicro(trade.price),
    transferPricePerKwh: decimalOfMicro(trade.transferPrice),
    currency: trade.currency,
  };
}
