import { Answer } from '../api/answer.js';
import { Failure } from '../api/failure.js';
import type { Gate } from '../gates/gate.js';
import { decodeGate } from '../gates/gate.js';
import type { Trade } from '../trades/trade.js';
import { decodeTrade } from '../trades/trade.js';
import type { ServerEvent } from './event-parser.js';

export type MarketEvent =
  | { readonly kind: 'gate'; readonly gate: Gate }
  | { readonly kind: 'trade'; readonly trade: Trade }
  | { readonly kind: 'order' };

/** What an event of the market's stream says; undefined for kinds that this page does not show. @throws Failure */
export function marketEventOf({ event, data }: ServerEvent): MarketEvent | undefined {
  if (event === 'order') return { kind: 'order' };
  if (event === 'gate') return { kind: 'gate', gate: decodeGate(answerOf(event, data)) };
  if (event === 'trade') return { kind: 'trade', trade: decodeTrade(answerOf(event, data)) };
  return undefined;
}

function answerOf(event: string, data: string): Answer {
  const path = `stream event ${event}`;
  try {
    return new Answer(JSON.parse(data), path);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure('The answer is not as agreed', `${path} should carry JSON.`);
  }
}
