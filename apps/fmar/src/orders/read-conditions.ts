import { parseInstant, whOfKwh, type Fault, type Instant, type Result, type WattHours } from '#flexoffer';
import type { Execution } from './market-order.entity.js';
import type { OrderRequest } from './order-request.js';

/** What an order wants besides energy and price. */
export interface OrderConditions {
  readonly execution?: Execution;
  readonly minimumWh?: WattHours;
  readonly exclusiveGroup?: string;
  readonly validUntil?: Instant;
}

/** The conditions of an order; a minimum is rounded up to whole watt-hours. What is for sale trades as a whole. */
export function readConditions(request: OrderRequest): Result<OrderConditions> {
  const { side, execution, minimumKwh, exclusiveGroup } = request;
  const faults: Fault[] = [];
  if (side === 'sell' && execution !== undefined)
    faults.push({ path: 'execution', message: 'is for buy orders: what is for sale trades as a whole' });
  if (side === 'sell' && minimumKwh !== undefined)
    faults.push({ path: 'minimumKwh', message: 'is for buy orders: the slices of an offer say its minimum' });
  const validUntil = request.validUntil === undefined ? undefined : parseInstant(request.validUntil.trim());
  if (request.validUntil !== undefined && validUntil === undefined)
    faults.push({ path: 'validUntil', message: 'must be an ISO 8601 date and time with an offset' });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: {
      ...(execution === undefined ? {} : { execution }),
      ...(minimumKwh === undefined ? {} : { minimumWh: whOfKwh(minimumKwh, 'up') }),
      ...(exclusiveGroup === undefined ? {} : { exclusiveGroup }),
      ...(validUntil === undefined ? {} : { validUntil }),
    },
  };
}
