import type { ClearingProblem, SetAside } from '../clearing.js';
import { compareText } from '../text-order.js';
import type { AcceptedEnergy } from './accepted-energy.js';

interface Option {
  readonly side: SetAside['side'];
  readonly orderId: string;
  readonly group: string;
}

/** Where several orders of one group trade: all of the group but the one that gains most (then by order id). */
export function exclusiveGroupBreaches(problem: ClearingProblem, accepted: AcceptedEnergy): SetAside[] {
  const groups = new Map<string, Option[]>();
  for (const option of optionsOf(problem)) {
    const group = groups.get(option.group);
    if (group === undefined) groups.set(option.group, [option]);
    else group.push(option);
  }
  return [...groups.values()].flatMap((options) => {
    const trading = options.filter(({ orderId }) => accepted.gainOf(orderId) !== undefined);
    if (trading.length < 2) return [];
    const [best] = trading.sort(
      (left, right) => byGain(accepted, left, right) || compareText(left.orderId, right.orderId),
    );
    return options
      .filter(({ orderId }) => orderId !== best?.orderId)
      .map(({ side, orderId }): SetAside => ({ side, orderId, reason: 'another-of-its-group' }));
  });
}

function optionsOf({ buyOrders, sellOrders }: ClearingProblem): Option[] {
  return [
    ...buyOrders.flatMap(({ orderId, buyerId, exclusiveGroup }): Option[] =>
      exclusiveGroup === undefined
        ? []
        : [{ side: 'buy', orderId, group: JSON.stringify(['buy', buyerId, exclusiveGroup]) }],
    ),
    ...sellOrders.flatMap(({ orderId, sellerId, exclusiveGroup }): Option[] =>
      exclusiveGroup === undefined
        ? []
        : [{ side: 'sell', orderId, group: JSON.stringify(['sell', sellerId, exclusiveGroup]) }],
    ),
  ];
}

function byGain(accepted: AcceptedEnergy, left: Option, right: Option): number {
  const difference = (accepted.gainOf(right.orderId) ?? 0n) - (accepted.gainOf(left.orderId) ?? 0n);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
