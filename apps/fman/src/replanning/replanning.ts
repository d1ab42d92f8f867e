import { Inject, Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Clock } from '#clock';
import type { SchedulesUpdated, TradesReleased } from '#messages';
import { Outbox } from '#messaging';
import { currentTrace } from '#observability';
import type { Transaction } from '#persistence';
import { LifeCycle } from '../flexoffers/life-cycle.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import { reasonFor, type Leaving } from './leaving.js';
import { movedTogether, type MemberMove } from './moved-together.js';
import { releaseOutcome } from './release-outcome.js';
import { StoredReplanMember } from './replan-member.entity.js';
import { replanOutcome, type ReplanOutcome, type UpdatedMember } from './replan-outcome.js';
import { StoredReplan } from './replan.entity.js';
import { tradedMembers, type TradedMembers } from './traded-members.js';

type Release = TradesReleased['releases'][number];

/** Re-plans what is left of a traded aggregate when a member leaves it or a buyer does, and tells everybody concerned. */
@Injectable()
export class Replanning {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(LifeCycle) private readonly lifeCycle: LifeCycle,
  ) {}

  /**
   * One after the other, by offer id. Members of aggregates that have not traded are passed over. The caller holds
   * the locks of all members of the aggregates (`Assignment.complete`).
   */
  async rePlan(transaction: Transaction, leaving: readonly Leaving[]): Promise<void> {
    for (const each of leaving.toSorted((a, b) => (a.flexOfferId < b.flexOfferId ? -1 : 1)))
      await this.rePlanOne(transaction, each);
  }

  /**
   * For energy of one aggregate that its buyers have released. The caller holds the locks of all its members. Passed over
   * if the aggregate is not ours, or has not traded.
   */
  async release(transaction: Transaction, aggregateId: string, releases: readonly Release[]): Promise<void> {
    const traded = await tradedMembers(transaction, aggregateId);
    const [first] = releases;
    if (!traded || !first) return;
    const standing = await this.standing(transaction, traded);
    const outcome = releaseOutcome(traded, releases, standing, this.clock.now());
    const reason = [...new Set(releases.map((each) => each.reason))].join('; ');
    const nobody = { flexOfferId: null, participantId: null };
    const occasion = { aggregateId, ...nobody, cause: 'released' as const, reason, toldBy: first.buyerId };
    await this.record(transaction, occasion, outcome);
    await this.replaceSchedules(transaction, outcome);
    const words = `re-planned because its buyer released it: ${reason}`;
    for (const { offer } of outcome.updated)
      await this.lifeCycle.note(transaction, offer.id, 'assigned', words);
    await this.tell(transaction, outcome, () => words);
    await this.tellMarket(transaction, traded, outcome.updated.map(moveOf));
  }

  private async rePlanOne(transaction: Transaction, leaving: Leaving): Promise<void> {
    const traded = await tradedMembers(transaction, leaving.aggregateId);
    if (!traded) return;
    const standing = await this.standing(transaction, traded);
    const outcome = replanOutcome(traded, leaving, standing, this.clock.now());
    if (!outcome) return;
    const owner =
      traded.members.find(({ offer }) => offer.id === leaving.flexOfferId)?.offer.offeredById ?? '';
    await this.record(transaction, { ...leaving, participantId: owner }, outcome);
    await this.replaceSchedules(transaction, outcome);
    await this.note(transaction, leaving, outcome);
    await this.tell(transaction, outcome, (id) => reasonFor(id === leaving.flexOfferId, leaving));
    const moves = [...outcome.updated.map(moveOf), ...leaverMoves(traded, leaving, outcome)];
    await this.tellMarket(transaction, traded, moves);
  }

  /** Ids of the members that are still assigned. */
  private async standing(transaction: Transaction, { members }: TradedMembers): Promise<ReadonlySet<string>> {
    const assigned = await transaction.manager.find(StoredFlexOffer, {
      select: { id: true },
      where: { id: Any(members.map(({ offer }) => offer.id)), state: 'assigned' },
    });
    return new Set(assigned.map(({ id }) => id));
  }

  private async record(
    transaction: Transaction,
    occasion: Occasion,
    { id, number, fromInterval, updated, deliveries, trades }: ReplanOutcome,
  ): Promise<void> {
    const { aggregateId, flexOfferId, participantId, cause, reason, toldBy } = occasion;
    const replan = { id, aggregateId, number, flexOfferId, participantId, cause, reason, toldBy };
    const circumstances = { at: this.clock.now(), fromInterval, trace: currentTrace() };
    await transaction.manager.insert(StoredReplan, { ...replan, ...circumstances, trades, deliveries });
    const members = updated.map(({ offer, schedule, scheduleId, updateOf, before }) => ({
      replanId: id,
      flexOfferId: offer.id,
      participantId: offer.offeredById,
      scheduleId,
      updateOf,
      before,
      after: schedule,
    }));
    if (members.length > 0) await transaction.manager.insert(StoredReplanMember, members);
  }

  /** Starts and lengths stay, so the end of delivery does too. */
  private async replaceSchedules(transaction: Transaction, { updated }: ReplanOutcome): Promise<void> {
    const rows = updated.map(({ offer, schedule, scheduleId }) => ({
      id: offer.id,
      schedule,
      schedule_id: scheduleId,
    }));
    await transaction.query(
      `UPDATE fman.flexoffer
       SET schedule = replanned.schedule, schedule_id = replanned.schedule_id, acknowledged_at = NULL
       FROM jsonb_to_recordset($1::jsonb) AS replanned (id text, schedule jsonb, schedule_id text)
       WHERE flexoffer.id = replanned.id`,
      [JSON.stringify(rows)],
    );
  }

  private async note(transaction: Transaction, leaving: Leaving, outcome: ReplanOutcome): Promise<void> {
    const { flexOfferId, cause } = leaving;
    for (const { offer } of outcome.updated)
      if (offer.id !== flexOfferId)
        await this.lifeCycle.note(transaction, offer.id, 'assigned', reasonFor(false, leaving));
    const ordered = outcome.trades.reduce((sum, { orderedWh }) => sum + Math.abs(orderedWh), 0);
    const taken = outcome.trades.reduce((sum, { takenOverWh }) => sum + Math.abs(takenOverWh), 0);
    const account = `others take over ${taken} of the ${ordered} Wh that it still owed`;
    const reason = cause === 'failing' ? `${reasonFor(true, leaving)}; ${account}` : account;
    await this.lifeCycle.note(
      transaction,
      flexOfferId,
      cause === 'failing' ? 'assigned' : 'canceled',
      reason,
    );
  }

  private async tell(
    transaction: Transaction,
    { updated, deliveries }: ReplanOutcome,
    reasonOf: (offerId: string) => string,
  ): Promise<void> {
    const updates = updated.flatMap((member): SchedulesUpdated['updates'][number][] => {
      const { id, deviceId, flexibilityId } = member.offer;
      if (deviceId === undefined) return [];
      const { schedule, scheduleId, updateOf } = member;
      const address = { flexOfferId: id, deviceId, flexibilityId: flexibilityId ?? id };
      return [{ scheduleId, updateOf, ...address, schedule, reason: reasonOf(id) }];
    });
    if (updates.length > 0) await this.outbox.publish(transaction, 'schedules.updated', { updates });
    if (deliveries.length > 0) await this.outbox.publish(transaction, 'deliveries.corrected', { deliveries });
  }

  /** The grid is committed to what members do, not to what was sold of them. */
  private async tellMarket(
    transaction: Transaction,
    { aggregate }: TradedMembers,
    moves: readonly MemberMove[],
  ): Promise<void> {
    const changes = movedTogether(moves);
    if (changes.length === 0) return;
    const orders = [{ orderId: aggregate.orderId, changes }];
    await this.outbox.publish(transaction, 'schedules.replanned', { orders });
  }
}

const moveOf = ({ before, schedule }: UpdatedMember): MemberMove => ({ before, after: schedule });

/** Who is canceled does its default from now on; one that only fails is still told what to do. */
function leaverMoves(
  { members }: TradedMembers,
  { cause, flexOfferId }: Leaving,
  { fromInterval }: ReplanOutcome,
): MemberMove[] {
  if (cause !== 'canceled') return [];
  return members
    .filter(({ offer }) => offer.id === flexOfferId)
    .map(({ offer, schedule }) => ({ before: schedule, after: offer.defaultSchedule, from: fromInterval }));
}

/** Why something is re-planned, as it is recorded. */
type Occasion = Pick<
  StoredReplan,
  'aggregateId' | 'flexOfferId' | 'participantId' | 'cause' | 'reason' | 'toldBy'
>;
