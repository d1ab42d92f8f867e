import type { Answer } from '../api/answer.js';
import type { Decimal } from '../format/money.js';

/** One closing of the market. */
export interface Gate {
  readonly gateId: string;
  readonly closedAt: number;
  readonly state: string;
  readonly buyOrders: number;
  readonly sellOrders: number;
  readonly trades: number;
  readonly clearedKwh: number;
  /** What the trades are worth to the buyers beyond their cost. */
  readonly surplus: Decimal | null;
}

export const decodeGate = (answer: Answer): Gate => ({
  gateId: answer.text('gateId'),
  closedAt: answer.instant('closedAt'),
  state: answer.text('state'),
  buyOrders: answer.number('buyOrders'),
  sellOrders: answer.number('sellOrders'),
  trades: answer.number('trades'),
  clearedKwh: answer.number('clearedKwh'),
  surplus: answer.decimalIfAny('surplus'),
});

/** Each gate once, as last heard of; the latest first. */
export function mergeGates(known: readonly Gate[], heard: readonly Gate[]): Gate[] {
  const byId = new Map([...known, ...heard].map((gate) => [gate.gateId, gate]));
  return [...byId.values()].sort((a, b) => b.closedAt - a.closedAt || (a.gateId < b.gateId ? -1 : 1));
}

/** When the next gate closes if the rhythm of the last two goes on; undefined before there were two. */
export function nextGateAt(latestFirst: readonly Gate[]): number | undefined {
  const [last, before] = latestFirst;
  return last && before ? last.closedAt + (last.closedAt - before.closedAt) : undefined;
}
