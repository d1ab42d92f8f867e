import { Inject, Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Clock } from '#clock';
import type { Schedule } from '#flexoffer';
import type { SchedulesAssigned, SoldEnergy } from '#messages';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import { contentColumns } from '../flexoffers/content-columns.js';
import { LifeCycle } from '../flexoffers/life-cycle.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import type { StoredAggregate } from '../portfolio/stored-aggregate.entity.js';
import { Replanning } from '../replanning/replanning.js';
import { EndOfDelivery } from './end-of-delivery.js';
import { memberDeliveries } from './member-deliveries.js';
import { memberSchedules, type MemberSchedule } from './member-schedules.js';

/** An aggregate that was sold. */
export interface TradedAggregate {
  readonly aggregate: StoredAggregate;
  readonly schedule: Schedule;
  readonly sold: readonly SoldEnergy[];
}

/** Hands the schedule of a sold aggregate on to its members. */
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
   * A member that was canceled while the order was on its way stays canceled and gets no schedule; what was sold of
   * it is owed all the same, and re-planned at once. The caller holds the locks of the aggregates and their members.
   */
  async assign(transaction: Transaction, traded: readonly TradedAggregate[]): Promise<void> {
    if (traded.length === 0) return;
    const scheduled = traded.map((each) => ({
      ...each,
      members: memberSchedules(each.aggregate, each.schedule),
    }));
    const standing = await this.keepSchedules(
      transaction,
      scheduled.flatMap(({ members }) => members),
    );
    await this.closeAggregates(transaction, traded);
    await this.endOfDelivery.plan(
      transaction,
      standing.map(({ schedule }) => schedule),
    );
    const schedules = standing.flatMap(assignedSchedule);
    if (schedules.length > 0) await this.outbox.publish(transaction, 'schedules.assigned', { schedules });
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

  private async closeAggregates(transaction: Transaction, traded: readonly TradedAggregate[]): Promise<void> {
    const rows = traded.map(({ aggregate: { id }, schedule, sold }) => ({ id, schedule, sold }));
    await transaction.query(
      `UPDATE fman.aggregate
       SET state = 'traded', state_reason = NULL, schedule = traded.schedule, sold = traded.sold, closed_at = $2
       FROM jsonb_to_recordset($1::jsonb) AS traded (id text, schedule jsonb, sold jsonb)
       WHERE aggregate.id = traded.id`,
      [JSON.stringify(rows), new Date(this.clock.now())],
    );
  }
}

/** An offer that no device stands behind came over HTTP: its owner reads the schedule there. */
function assignedSchedule({
  offer: { id, deviceId, flexibilityId },
  schedule,
  scheduleId,
}: MemberSchedule): SchedulesAssigned['schedules'][number][] {
  if (deviceId === undefined) return [];
  return [{ scheduleId, flexOfferId: id, deviceId, flexibilityId: flexibilityId ?? id, schedule }];
}
