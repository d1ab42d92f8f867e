import type { Request } from './request-book.js';
import { askAt, type Seller } from './seller.js';
import type { Response } from './best-response.js';

/** Energy of one seller for one request. */
export interface Sale {
  readonly request: Request;
  readonly cell: number;
  /** Above 0; the direction is the request's. */
  readonly soldWh: number;
}

/**
 * Sells what the seller moves by its response and has not sold yet (`sales`) to the requests that are still open and
 * pay its price, by falling worth. Reduces the requests; returns the new sales.
 */
export function sell(
  seller: Seller,
  { start, changesWh }: Pick<Response, 'start' | 'changesWh'>,
  sales: readonly Sale[] = [],
): Sale[] {
  const unsoldWh = changesWh.map(Math.abs);
  for (const { cell, soldWh } of sales) unsoldWh[cell] = unsoldWh[cell]! - soldWh;
  const added: Sale[] = [];
  for (let cell = 0; cell < seller.cells; cell += 1) {
    const visible = seller.requests[cell];
    if (visible === undefined || unsoldWh[cell] === 0) continue;
    const less = changesWh[cell]! > 0;
    const ask = askAt(seller, start, cell);
    const asked = less ? ask.down : ask.up;
    for (const request of less ? visible.less : visible.more) {
      const soldWh = Math.min(unsoldWh[cell]!, request.remainingWh);
      if (request.worth < asked || unsoldWh[cell] === 0) break;
      if (soldWh === 0) continue;
      request.remainingWh -= soldWh;
      unsoldWh[cell] = unsoldWh[cell]! - soldWh;
      added.push({ request, cell, soldWh });
    }
  }
  return added;
}

/** Opens the requests again. */
export function takeBack(sales: readonly Sale[]): void {
  for (const { request, soldWh } of sales) request.remainingWh += soldWh;
}

/** Sells exactly what was sold before; the requests must still be as open as then. */
export function sellAgain(sales: readonly Sale[]): void {
  for (const { request, soldWh } of sales) request.remainingWh -= soldWh;
}
