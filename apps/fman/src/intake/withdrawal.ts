import { Inject, Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { isFinal } from '#flexoffer';
import type { Transaction } from '#persistence';
import { Assignment } from '../dispatch/assignment.js';
import { LifeCycle } from '../flexoffers/life-cycle.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import { SellOrders } from '../portfolio/sell-orders.js';
import type { Leaving } from '../replanning/leaving.js';
import { Replanning } from '../replanning/replanning.js';

export interface WithdrawnOffer {
  readonly id: string;
  readonly reason: string;
  /** The participant that asked for it; absent: the device, or the owner of an offer without one. */
  readonly toldBy?: string;
}

/** Cancels offers that their owners no longer stand by, and takes them off the market. */
@Injectable()
export class Withdrawal {
  constructor(
    @Inject(LifeCycle) private readonly lifeCycle: LifeCycle,
    @Inject(SellOrders) private readonly sellOrders: SellOrders,
    @Inject(Replanning) private readonly replanning: Replanning,
    @Inject(Assignment) private readonly assignment: Assignment,
  ) {}

  /**
   * Offers that are unknown or whose life has ended are passed over. What has traded stays sold: others of the same
   * aggregate take over what they can of it, and its owner settles the rest as not delivered.
   *
   * @returns how many were canceled
   */
  async cancel(transaction: Transaction, withdrawn: readonly WithdrawnOffer[]): Promise<number> {
    const reasons = new Map(withdrawn.map(({ id, reason }) => [id, reason]));
    await this.assignment.complete(transaction, [...reasons.keys()]);
    const rows = await transaction.manager.find(StoredFlexOffer, {
      where: { id: Any([...reasons.keys()]) },
      order: { id: 'ASC' },
    });
    const alive = rows.filter(({ state }) => !isFinal(state));
    await this.lifeCycle.move(
      transaction,
      alive.map(({ id, state }) => ({ id, from: state, to: 'canceled', reason: reasons.get(id) ?? '' })),
    );
    const aggregates = new Set(alive.flatMap(({ aggregateId }) => aggregateId ?? []));
    await this.sellOrders.withdraw(
      transaction,
      [...aggregates].sort(),
      'a member was withdrawn by its owner',
    );
    const assigned = alive.flatMap(({ id, state, aggregateId, deviceId, offeredById }): Leaving[] => {
      if (state !== 'assigned' || aggregateId === null) return [];
      const toldBy = withdrawn.find((each) => each.id === id)?.toldBy ?? deviceId ?? offeredById;
      return [{ flexOfferId: id, aggregateId, cause: 'canceled', reason: reasons.get(id) ?? '', toldBy }];
    });
    await this.replanning.rePlan(transaction, assigned);
    return alive.length;
  }
}
