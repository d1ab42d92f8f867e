import type { OrderedEnergy } from '#messages';
import { safeInteger, type Transaction } from '#persistence';

/**
 * What buy orders got in all gates so far and did not release, by order, with one entry for each of its intervals, in order. The price
 * of an interval that several sellers serve is the mean of theirs by energy, rounded to the nearest millionth
 * (half away from zero); it informs the buyer, while money follows the single trades.
 */
export async function acceptedEnergy(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OrderedEnergy[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await transaction.query<{
    order_id: string;
    interval: number;
    accepted_wh: string;
    price: string;
  }>(
    `SELECT asked.order_id, asked."interval", asked.accepted_wh, coalesce(paid.price, 0) AS price
     FROM fmar.buy_interval AS asked LEFT JOIN (
       SELECT buy_order_id, "interval",
         round(sum(abs(remaining_wh) * price) / nullif(sum(abs(remaining_wh)), 0))::bigint AS price
       FROM (SELECT buy_order_id, "interval", price, change_wh - coalesce((
           SELECT sum(released_wh) FROM fmar.trade_release AS released WHERE released.trade_id = trade.trade_id), 0)
           AS remaining_wh
         FROM fmar.trade WHERE buy_order_id = ANY($1)) AS standing
       GROUP BY buy_order_id, "interval") AS paid
       ON paid.buy_order_id = asked.order_id AND paid."interval" = asked."interval"
     WHERE asked.order_id = ANY($1) ORDER BY asked.order_id, asked."interval"`,
    [orderIds],
  );
  const accepted = new Map<string, OrderedEnergy[]>();
  for (const { order_id: orderId, interval, accepted_wh: changeWh, price } of rows) {
    const energy = { interval, changeWh: safeInteger(changeWh), price: safeInteger(price) };
    const known = accepted.get(orderId);
    if (known) known.push(energy);
    else accepted.set(orderId, [energy]);
  }
  return accepted;
}
