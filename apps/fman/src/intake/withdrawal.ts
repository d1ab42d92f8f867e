import { Inject, Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { isFinal } from '#flexoffer';
import type { Transaction } from '#persistence';
import { LifeCycle } from '../flexoffers/life-cycle.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import { SellOrders } from '../portfolio/sell-orders.js';

/** Cancels offers that their owners no longer stand by, and takes them off the market. */
@Injectable()
export class Withdrawal {
  constructor(
    @Inject(LifeCycle) private readonly lifeCycle: LifeCycle,
    @Inject(SellOrders) private readonly sellOrders: SellOrders,
  ) {}

  /**
   * Offers that are unknown or whose life has ended are passed over. What has traded stays sold: its owner settles
   * what it then does not deliver.
   *
   * @returns how many were canceled
   */
  async cancel(
    transaction: Transaction,
    withdrawn: readonly { readonly id: string; readonly reason: string }[],
  ): Promise<number> {
    const reasons = new Map(withdrawn.map(({ id, reason }) => [id, reason]));
    const rows = await transaction.manager.find(StoredFlexOffer, {
      where: { id: Any([...reasons.keys()]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
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
    return alive.length;
  }
}
