import { Inject, Injectable } from '@nestjs/common';
import { intervalOf, type Instant, type IntervalIndex } from '#flexoffer';
import { Database } from '#persistence';
import type { SoldEnergy } from '#messages';
import { PortfolioIndicators, type CountedOffer } from './portfolio-indicators.js';

/** So many offers are in memory at once. */
const PAGE = 2000;

interface OfferRow extends CountedOffer {
  readonly id: string;
}

/** Everything that indicators are made of, as stored. */
@Injectable()
export class Indicators {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Counts the offers that can have energy in `[from, to)`, and what was sold of it. */
  async of(from: IntervalIndex, to: IntervalIndex): Promise<PortfolioIndicators> {
    const found = new PortfolioIndicators(from, to);
    let after = '';
    for (let rows = await this.page(from, to, after); rows.length > 0;) {
      for (const row of rows) found.count(row);
      after = rows.at(-1)?.id ?? '';
      rows = rows.length < PAGE ? [] : await this.page(from, to, after);
    }
    const traded = await this.database.query<{ sold: readonly SoldEnergy[] }>(
      `SELECT sold FROM fman.aggregate WHERE state = 'traded' AND sold IS NOT NULL
         AND EXISTS (SELECT FROM jsonb_array_elements(sold) AS part
           WHERE (part ->> 'interval')::integer >= $1 AND (part ->> 'interval')::integer < $2)`,
      [from, to],
    );
    for (const { sold } of traded) found.countSold(sold);
    return found;
  }

  async openSellOrders(): Promise<number> {
    return this.number(
      `SELECT count(*)::integer AS count FROM fman.aggregate WHERE state IN ('live', 'withdrawing')`,
    );
  }

  /** Traded aggregates with a member whose delivery is not over. */
  async openCommitments(now: Instant): Promise<number> {
    return this.number(
      `SELECT count(DISTINCT aggregate_id)::integer AS count FROM fman.flexoffer
       WHERE state = 'assigned' AND last_end > $1`,
      [intervalOf(now)],
    );
  }

  private page(from: IntervalIndex, to: IntervalIndex, after: string): Promise<OfferRow[]> {
    return this.database.query<OfferRow>(
      `SELECT id, offer, state, schedule FROM fman.flexoffer
       WHERE last_end > $1 AND start_after < $2 AND id > $3 ORDER BY id LIMIT $4`,
      [from, to, after, PAGE],
    );
  }

  private async number(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql, parameters);
    return row?.count ?? 0;
  }
}
