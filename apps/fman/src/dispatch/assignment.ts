import { Inject, Injectable } from '@nestjs/common';
import { Any, IsNull } from 'typeorm';
import { Clock } from '#clock';
import type { Schedule } from '#flexoffer';
import type { SoldEnergy } from '#messages';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import { contentColumns } from '../flexoffers/content-columns.js';
import { LifeCycle } from '../flexoffers/life-cycle.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import { StoredAggregate } from '../portfolio/stored-aggregate.entity.js';
import { Replanning } from '../replanning/replanning.js';
import { EndOfDelivery } from './end-of-delivery.js';
import { memberDeliveries } from './member-deliveries.js';
import { memberSchedules, type MemberSchedule } from './member-schedules.js';

interface TradedAggregate {
  readonly aggregate: StoredAggregate;
  readonly schedule: Schedule;
  readonly sold: readonly SoldEnergy[];
}

/** Writes into the records of the members of traded aggregates what they have to do, and tells settlement. */
@Injectable()
export class Assignment {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(LifeCycle) private readonly lifeCycle: LifeCycle,
    @Inject(EndOfDelivery) private readonly endOfDelivery: EndOfDelivery,
    @Inject(Replanning) private readonly replanning: Replanning,
  ) {}

  /**
   * For who wants to change offers that may just have traded: brings their records up to date first. Locks the offers
   * and everybody in the same aggregates, then the aggregates; all who lock both do so in this order.
   */
  async complete(transaction: Transaction, offerIds: readonly string[]): Promise<void> {
    await transaction.query(
      `SELECT id FROM fman.flexoffer
       WHERE id = ANY($1) OR aggregate_id IN (SELECT aggregate_id FROM fman.flexoffer WHERE id = ANY($1))
       ORDER BY id FOR UPDATE`,
      [offerIds],
    );
    const rows = await transaction.query<{ id: string; state: string }>(
      `SELECT id, state FROM fman.aggregate
       WHERE id IN (SELECT aggregate_id FROM fman.flexoffer WHERE id = ANY($1))
         AND state IN ('live', 'withdrawing', 'traded') AND members_assigned_at IS NULL
       ORDER BY id FOR UPDATE`,
      [offerIds],
    );
    const traded = rows.filter(({ state }) => state === 'traded').map(({ id }) => id);
    await this.assign(transaction, traded);
  }

  /**
   * Aggregates whose members were assigned before are passed over. A member that was canceled before its order traded
   * stays canceled and gets no schedule; what was sold of it is owed all the same, and re-planned at once.
   */
  async assign(transaction: Transaction, aggregateIds: readonly string[]): Promise<void> {
    const traded = await tradedAggregates(transaction, aggregateIds);
    if (traded.length === 0) return;
    const scheduled = traded.map((each) => ({
      ...each,
      members: memberSchedules(each.aggregate, each.schedule),
    }));
    const standing = await this.keepSchedules(
      transaction,
      scheduled.flatMap(({ members }) => members),
    );
    await transaction.manager.update(
      StoredAggregate,
      { id: Any(traded.map(({ aggregate }) => aggregate.id)) },
      { membersAssignedAt: this.clock.now() },
    );
    await this.endOfDelivery.plan(
      transaction,
      standing.map(({ schedule }) => schedule),
    );
    const deliveries = scheduled.flatMap(({ members, sold }) => memberDeliveries(members, sold));
    await this.outbox.publish(transaction, 'deliveries.assigned', { deliveries });
    const kept = new Set(standing.map(({ offer }) => offer.id));
    const absent = scheduled.flatMap(({ members }) => members).filter(({ offer }) => !kept.has(offer.id));
    await this.rePlan(transaction, absent);
  }

  /** These left while their order was on its way. */
  private async rePlan(transaction: Transaction, members: readonly MemberSchedule[]): Promise<void> {
    if (members.length === 0) return;
    const ids = members.map(({ offer }) => offer.id);
    const rows = await transaction.manager.findBy(StoredFlexOffer, { id: Any(ids) });
    const leaving = members.map(({ offer: { id, offeredById }, aggregateId }) => {
      const reason = rows.find((row) => row.id === id)?.stateReason ?? 'canceled before it was assigned';
      return { flexOfferId: id, aggregateId, cause: 'canceled' as const, reason, toldBy: offeredById };
    });
    await this.replanning.rePlan(transaction, leaving);
  }

  /** Moves the members that still stand to `assigned`, and returns them by id. */
  private async keepSchedules(
    transaction: Transaction,
    members: readonly MemberSchedule[],
  ): Promise<MemberSchedule[]> {
    const rows = await transaction.query<{ id: string; content_hash: string }>(
      `SELECT id, content_hash FROM fman.flexoffer WHERE id = ANY($1) AND state = 'accepted'`,
      [members.map(({ offer }) => offer.id)],
    );
    const hashes = new Map(rows.map(({ id, content_hash: hash }) => [id, hash]));
    const standing = members
      .filter(({ offer }) => hashes.has(offer.id))
      .sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
    const changed = standing.filter(({ offer, contentHash }) => hashes.get(offer.id) !== contentHash);
    await this.restore(transaction, changed);
    const restored = new Set(changed.map(({ offer }) => offer.id));
    await this.lifeCycle.move(
      transaction,
      standing.map(({ offer: { id }, schedule, scheduleId }) => ({
        id,
        from: 'accepted',
        to: 'assigned',
        assignment: { schedule, scheduleId },
        ...(restored.has(id) ? { reason: 'sold as it was before its last change' } : {}),
      })),
    );
    return standing;
  }

  /** The market sold these before it heard of their change: the trade stands, so the change does not. */
  private async restore(transaction: Transaction, members: readonly MemberSchedule[]): Promise<void> {
    for (const { offer, contentHash } of members)
      await transaction.manager.save(StoredFlexOffer, contentColumns(offer, contentHash));
  }
}

/** Those whose members were not assigned yet, by id, with the locks to do so. */
async function tradedAggregates(
  transaction: Transaction,
  ids: readonly string[],
): Promise<TradedAggregate[]> {
  if (ids.length === 0) return [];
  await transaction.query(
    'SELECT id FROM fman.flexoffer WHERE aggregate_id = ANY($1) ORDER BY id FOR UPDATE',
    [ids],
  );
  const rows = await transaction.manager.find(StoredAggregate, {
    where: { id: Any([...ids]), state: 'traded', membersAssignedAt: IsNull() },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return rows.map((aggregate) => {
    const { id, schedule, sold } = aggregate;
    if (!schedule || !sold) throw new Error(`aggregate ${id} has traded without a schedule`);
    return { aggregate, schedule, sold };
  });
}
