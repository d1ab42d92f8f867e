import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import { memberColumns } from './member-columns.js';
import { listingOf, type Listing, type OfferGroup } from './offer-group.js';

const INSERT = `
  INSERT INTO fman.aggregate (id, order_id, composition, offer, members, member_columns, member_count, flexibility_retained,
    state, published_at)
  SELECT id, order_id, composition, offer, members, member_columns, member_count, flexibility_retained, 'live', $2
  FROM jsonb_to_recordset($1::jsonb) AS listing (id text, order_id text, composition text, offer jsonb,
    members jsonb, member_columns json, member_count integer, flexibility_retained jsonb)`;

/** Keeps the market's list of our sell orders as it should be. */
@Injectable()
export class SellOrders {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Puts groups up for sale. None of their members is in another open order. */
  async submit(transaction: Transaction, groups: readonly OfferGroup[]): Promise<void> {
    if (groups.length === 0) return;
    const times = await this.timesListed(transaction, groups);
    const listings = groups
      .map((group) => ({ group, listing: listingOf(group, times.get(group.composition) ?? 0) }))
      .sort((a, b) => (a.listing.orderId < b.listing.orderId ? -1 : 1));
    await this.store(transaction, listings);
    const { aggregatorId } = this.configuration.market;
    await this.outbox.publish(transaction, 'sell-orders.submitted', {
      orders: listings.map(({ listing: { orderId, offer } }) => ({
        orderId,
        sellerId: aggregatorId,
        gridNode: offer.gridNode,
        validUntil: offer.assignmentBefore,
        offer,
      })),
    });
  }

  /** Asks live orders back. Their members stay bound until the market has answered. */
  async withdraw(transaction: Transaction, aggregateIds: readonly string[], reason: string): Promise<void> {
    if (aggregateIds.length === 0) return;
    const rows = await transaction.query<{ order_id: string }>(
      `UPDATE fman.aggregate SET state = 'withdrawing', state_reason = $2
       WHERE id = ANY($1) AND state = 'live' RETURNING order_id`,
      [aggregateIds, reason],
    );
    const orders = rows.map(({ order_id }) => ({ orderId: order_id, reason }));
    orders.sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
    if (orders.length > 0) await this.outbox.publish(transaction, 'sell-orders.withdrawn', { orders });
  }

  private async timesListed(
    transaction: Transaction,
    groups: readonly OfferGroup[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await transaction.query<{ composition: string; times: number }>(
      `SELECT composition, count(*)::int AS times FROM fman.aggregate
       WHERE composition = ANY($1) GROUP BY composition`,
      [groups.map(({ composition }) => composition)],
    );
    return new Map(rows.map(({ composition, times }) => [composition, times]));
  }

  private async store(
    transaction: Transaction,
    listings: readonly { readonly group: OfferGroup; readonly listing: Listing }[],
  ): Promise<void> {
    const rows = listings.map(({ group, listing }) => ({
      id: listing.aggregateId,
      order_id: listing.orderId,
      composition: group.composition,
      offer: listing.offer,
      members: group.members,
      member_columns: memberColumns(group.members),
      member_count: group.members.length,
      flexibility_retained: listing.flexibilityRetained,
    }));
    await transaction.query(INSERT, [JSON.stringify(rows), new Date(this.clock.now())]);
    const bonds = listings.flatMap(({ group, listing }) =>
      group.memberIds.map((id) => ({ id, aggregate_id: listing.aggregateId })),
    );
    await transaction.query(
      `UPDATE fman.flexoffer SET aggregate_id = bond.aggregate_id
       FROM jsonb_to_recordset($1::jsonb) AS bond (id text, aggregate_id text) WHERE flexoffer.id = bond.id`,
      [JSON.stringify(bonds)],
    );
  }
}
