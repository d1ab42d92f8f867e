import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '#persistence';
import { EventFeed } from './event-feed.js';
import type { MarketEventKind } from './market-event.entity.js';

export type NewMarketEvent =
  | {
      readonly kind: Exclude<MarketEventKind, 'trade'>;
      readonly data: object;
      /** The participants that it is about; absent: everybody. */
      readonly concerns?: readonly string[];
    }
  /** A large gate has thousands of them: they are named here, and read where they are kept. */
  | { readonly kind: 'trade'; readonly tradeId: string };

/** A key for pg_advisory_xact_lock: who holds it is the only one that appends. */
const APPEND_LOCK = 7_245_982;

/** Where the market's events are written, in the transaction of what they tell. */
@Injectable()
export class MarketEvents {
  constructor(@Inject(EventFeed) private readonly feed: EventFeed) {}

  /**
   * Best called last: until the transaction ends, others that append wait. Without the lock a later number could
   * commit before an earlier one, and a reader who goes by numbers would miss the earlier event for good.
   */
  async append(transaction: Transaction, events: readonly NewMarketEvent[]): Promise<void> {
    if (events.length === 0) return;
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [APPEND_LOCK]);
    await transaction.query(
      `INSERT INTO fmar.event (kind, data, concerns, trade_id)
       SELECT kind, data, concerns, "tradeId" FROM ROWS FROM (
         json_to_recordset($1::json) AS (kind text, data jsonb, concerns text[], "tradeId" text)
       ) WITH ORDINALITY AS given (kind, data, concerns, "tradeId", place) ORDER BY place`,
      [JSON.stringify(events)],
    );
    transaction.afterCommit(() => void this.feed.ring());
  }
}
