import { In } from 'typeorm';
import { safeInteger, type Database } from '#persistence';
import { tradeView } from '../trades/trade-view.js';
import { Trade } from '../trades/trade.entity.js';
import type { MarketEventKind } from './market-event.entity.js';

/** An event as its readers get it. */
export interface NumberedEvent {
  readonly seq: number;
  readonly kind: MarketEventKind;
  readonly data: object;
  readonly concerns: readonly string[] | null;
}

interface EventRow {
  readonly seq: string;
  readonly kind: MarketEventKind;
  readonly data: object | null;
  readonly concerns: readonly string[] | null;
  readonly trade_id: string | null;
}

/** The events after `after` up to and including `upTo`, by number, no more than `limit`. */
export async function readEvents(
  database: Database,
  after: number,
  upTo: number,
  limit: number,
): Promise<NumberedEvent[]> {
  const rows = await database.query<EventRow>(
    `SELECT seq, kind, data, concerns, trade_id FROM fmar.event
     WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3`,
    [after, upTo, limit],
  );
  const ids = rows.flatMap(({ trade_id: id }) => id ?? []);
  const trades = await database.dataSource.getRepository(Trade).findBy({ tradeId: In(ids) });
  const byId = new Map(trades.map((trade) => [trade.tradeId, trade]));
  return rows.map((row) => numbered(row, byId));
}

function numbered(
  { seq, kind, data, concerns, trade_id: tradeId }: EventRow,
  trades: ReadonlyMap<string, Trade>,
): NumberedEvent {
  if (data !== null) return { seq: safeInteger(seq), kind, data, concerns };
  const trade = tradeId === null ? undefined : trades.get(tradeId);
  if (!trade) throw new Error(`event ${seq} is about nothing that is kept`);
  const parties = [trade.buyerId, trade.sellerId];
  return { seq: safeInteger(seq), kind, data: tradeView(trade), concerns: parties };
}
