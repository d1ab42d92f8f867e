import { bestResponse } from './best-response.js';
import type { Response } from './best-response.js';
import type { CapacityLedger } from './capacity-ledger.js';
import { sell, sellAgain, takeBack } from './sales.js';
import type { Sale } from './sales.js';
import type { Seller } from './seller.js';
import { NEVER_OVER, type IsOver } from '../time-limit.js';
import { isBetter } from './worth.js';

/** A seller that trades. */
export interface Position {
  readonly seller: Seller;
  readonly response: Response;
  readonly sales: readonly Sale[];
}

/** Who trades, and what; changed by the search. */
export type Positions = Map<Seller, Position>;

/**
 * Lets the sellers, in the order given, respond best to what the others do, again and again until nobody improves
 * or `maximumSweeps` rounds are over. Each step leaves the other sellers' sales alone and raises the total worth,
 * so it cannot go in circles. Who trades before, trades after: its worth never falls below what it had.
 */
export function sweep(
  sellers: readonly Seller[],
  positions: Positions,
  ledger: CapacityLedger,
  maximumSweeps: number,
  isOver: IsOver = NEVER_OVER,
): void {
  for (let round = 0; round < maximumSweeps; round += 1) {
    let improved = false;
    for (const seller of sellers) {
      if (isOver()) break;
      if (respond(seller, positions, ledger)) improved = true;
    }
    if (!improved) break;
  }
}

/** Those who trade, in the order given, each with everything sold that it moves and somebody asks for. */
export function standing(sellers: readonly Seller[], positions: Positions): Position[] {
  return sellers.flatMap((seller) => {
    const position = positions.get(seller);
    return position === undefined ? [] : [sellRest(position)];
  });
}

function respond(seller: Seller, positions: Positions, ledger: CapacityLedger): boolean {
  const before = positions.get(seller);
  if (before !== undefined) leave(before, ledger);
  const response = bestResponse(seller, ledger);
  if (response !== undefined && (before === undefined || isBetter(response, before.response))) {
    positions.set(seller, takePosition(seller, response, ledger));
    return true;
  }
  if (before !== undefined) comeBack(before, ledger);
  return false;
}

/** Sells what a seller moves by its response, as far as somebody asks. */
export function takePosition(seller: Seller, response: Response, ledger: CapacityLedger): Position {
  ledger.enter(seller, response.changesWh, 1);
  return { seller, response, sales: sell(seller, response) };
}

/** As if the seller did not trade. */
export function leave({ seller, response, sales }: Position, ledger: CapacityLedger): void {
  takeBack(sales);
  ledger.enter(seller, response.changesWh, -1);
}

/** Undoes `leave`; the requests must be as open as they were then. */
export function comeBack({ seller, response, sales }: Position, ledger: CapacityLedger): void {
  sellAgain(sales);
  ledger.enter(seller, response.changesWh, 1);
}

/** When the rounds ran out, a seller may hold energy that a buyer asks for since another seller turned away. */
function sellRest({ seller, response, sales }: Position): Position {
  const rest = new Map(sell(seller, response, sales).map((sale) => [sale.request, sale]));
  const merged = sales.map((sale) => ({
    ...sale,
    soldWh: sale.soldWh + (rest.get(sale.request)?.soldWh ?? 0),
  }));
  for (const { request } of sales) rest.delete(request);
  return { seller, response, sales: [...merged, ...rest.values()] };
}
