import type { WattHours } from '#flexoffer';

/** What is owed for a trade, or what a member has room for; not negative. */
export interface NamedEnergy {
  readonly id: string;
  readonly energyWh: WattHours;
}

/** A part of a trade that goes from one member to another. */
export interface HandedOver {
  readonly tradeId: string;
  readonly takerId: string;
  readonly energyWh: WattHours;
}

/**
 * Hands orders over to those who have room, in the order of both lists:
 *
 * ```
 * owed   |#### t1 ####|## t2 ##|          t1: 4 Wh, t2: 3 Wh
 * room   |## a ##|### b ###|              a: 2 Wh, b: 4 Wh       t1 to a 2, t1 to b 2, t2 to b 2; 1 stays
 * ```
 */
export function handOver(owed: readonly NamedEnergy[], takers: readonly NamedEnergy[]): HandedOver[] {
  const handed: HandedOver[] = [];
  const trades = owed.map((each) => ({ ...each }));
  let next = 0;
  for (const { id: takerId, energyWh } of takers) {
    let room = energyWh;
    for (let trade = trades[next]; trade !== undefined && room > 0; trade = trades[next]) {
      const part = Math.min(room, trade.energyWh);
      if (part > 0) handed.push({ tradeId: trade.id, takerId, energyWh: part });
      room -= part;
      trade.energyWh -= part;
      if (trade.energyWh === 0) next += 1;
    }
  }
  return handed;
}
