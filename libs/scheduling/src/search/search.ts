import type { ClearingProblem } from '../clearing.js';
import { NEVER_OVER, type IsOver } from '../time-limit.js';
import { TransferCosts } from '../transfer-costs.js';
import { CapacityLedger } from './capacity-ledger.js';
import { meritOrder } from './merit-order.js';
import { RequestBook } from './request-book.js';
import { readSeller } from './seller.js';
import { ruinAndRecreate } from './ruin-and-recreate.js';
import { standing, sweep, type Position, type Positions } from './sweeps.js';

/** Rounds after which the search stops if it is still improving; three or four are usual. */
const MAXIMUM_SWEEPS = 8;

/** Who trades and what, if every order takes part and none has a condition. By merit, then order id. */
export function search(problem: ClearingProblem, isOver: IsOver = NEVER_OVER): Position[] {
  const book = new RequestBook(problem);
  const transfer = new TransferCosts(problem.transferPrices);
  const sellers = meritOrder(
    problem.sellOrders.map((order) =>
      readSeller(order, problem.firstInterval, book, transfer.downTo(order.gridNode)),
    ),
  );
  const end = sellers.reduce(
    (last, seller) => Math.max(last, seller.reachFrom + seller.cells),
    problem.firstInterval,
  );
  const ledger = new CapacityLedger(problem, end);
  const positions: Positions = new Map();
  sweep(sellers, positions, ledger, MAXIMUM_SWEEPS, isOver);
  if (ruinAndRecreate(sellers, positions, ledger, isOver))
    sweep(sellers, positions, ledger, MAXIMUM_SWEEPS, isOver);
  return standing(sellers, positions);
}
