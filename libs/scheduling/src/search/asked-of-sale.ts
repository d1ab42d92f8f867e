import type { MicroPerKwh } from '#flexoffer';
import type { Sale } from './sales.js';
import { askAt } from './seller.js';
import type { Position } from './sweeps.js';

/** What a seller asks for what it sells, with the transfer down to its node. */
export function askedOfSale({ seller, response }: Position, { cell, request }: Sale): MicroPerKwh {
  const { up, down } = askAt(seller, response.start, cell);
  return request.direction > 0 ? down : up;
}
