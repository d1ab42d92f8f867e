import { formatInstant, kwhOfWh } from '#flexoffer';
import { decimalOfMicro } from '../orders/decimal-price.js';
import type { Gate } from './gate.entity.js';

/** A gate as the outside sees it. */
export function gateView(gate: Gate): object {
  return {
    gateId: gate.gateId,
    closedAt: formatInstant(gate.closedAt),
    state: gate.state,
    buyOrders: gate.buyOrders,
    sellOrders: gate.sellOrders,
    trades: gate.trades,
    clearedKwh: kwhOfWh(gate.clearedWh),
    surplus: { amount: decimalOfMicro(gate.surplusMicro), currency: gate.currency },
    surplusBound: { amount: decimalOfMicro(gate.boundMicro), currency: gate.currency },
    ...(gate.clearingId === null ? {} : { clearingId: gate.clearingId }),
  };
}
