import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { aggregate, type Instant } from '#flexoffer';
import type { Transaction } from '#persistence';
import { Delegation } from '../delegation/delegation.js';
import { pricedByContract } from '../delegation/priced-by-contract.js';
import { LifeCycle } from '../flexoffers/life-cycle.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import { offerGroup, type OfferGroup } from './offer-group.js';
import { planPublication, type OpenAggregate } from './plan-publication.js';
import { comingGate } from './publication-times.js';
import { SellOrders } from './sell-orders.js';
import { StoredAggregate } from './stored-aggregate.entity.js';

const UNMATCHED = 'unmatched: no buyer until its assignment deadline';

/** Brings what is for sale in the coming gate in line with the offers that are there to be sold. */
@Injectable()
export class Publication {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LifeCycle) private readonly lifeCycle: LifeCycle,
    @Inject(Delegation) private readonly delegation: Delegation,
    @Inject(SellOrders) private readonly sellOrders: SellOrders,
  ) {}

  /** Changes nothing where nothing has changed, so it can be done again as soon as withdrawn offers are back. */
  async publish(transaction: Transaction): Promise<void> {
    const gate = comingGate(this.clock.now(), this.configuration.market);
    const accepted = await transaction.manager.find(StoredFlexOffer, {
      where: { state: 'accepted' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await this.rejectUnmatched(transaction, accepted, gate);
    const open = await transaction.manager.find(StoredAggregate, {
      select: { id: true, composition: true, state: true },
      where: { state: In(['live', 'withdrawing']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const holderOf = new Map(
      accepted.flatMap((offer): [string, string][] =>
        offer.aggregateId === null ? [] : [[offer.id, offer.aggregateId]],
      ),
    );
    const openIds = new Set(open.map(({ id }) => id));
    const groups = await this.groupsOf(
      transaction,
      accepted.filter((offer) => isForSale(offer, openIds) && canTradeIn(offer, gate)),
    );
    const plan = planPublication(groups, open.map(openAggregate), holderOf);
    await this.sellOrders.withdraw(transaction, plan.withdraw, 'its group of offers has changed');
    await this.sellOrders.submit(transaction, plan.publish);
  }

  /** An offer in an open order may have traded in the last gate: it is judged once the market has answered. */
  private async rejectUnmatched(
    transaction: Transaction,
    accepted: readonly StoredFlexOffer[],
    gate: Instant,
  ): Promise<void> {
    const late = accepted.filter((offer) => offer.aggregateId === null && !canTradeIn(offer, gate));
    await this.lifeCycle.move(
      transaction,
      late.map(({ id }) => ({ id, from: 'accepted', to: 'rejected', reason: UNMATCHED })),
    );
  }

  private async groupsOf(transaction: Transaction, rows: readonly StoredFlexOffer[]): Promise<OfferGroup[]> {
    const hashOf = new Map(rows.map(({ id, contentHash }) => [id, contentHash]));
    const owners = new Set(rows.map(({ offer }) => offer.offeredById));
    const rewards = await this.delegation.rewards(transaction, owners, this.clock.now());
    const offers = rows.map(({ offer, state }) =>
      pricedByContract({ ...offer, state }, rewards.get(offer.offeredById)),
    );
    return aggregate(offers, { ...this.configuration.market, kinds: 'apart' }).map((each) =>
      offerGroup(each, hashOf),
    );
  }
}

/** A gate trades for an offer whose assignment deadline it does not pass; at the deadline itself it still does. */
function canTradeIn({ assignmentBefore }: StoredFlexOffer, gate: Instant): boolean {
  return gate <= assignmentBefore;
}

/** An accepted offer whose aggregate is not open has just traded with it; its own record says so in a moment. */
function isForSale({ aggregateId }: StoredFlexOffer, open: ReadonlySet<string>): boolean {
  return aggregateId === null || open.has(aggregateId);
}

function openAggregate({ id, composition, state }: StoredAggregate): OpenAggregate {
  if (state !== 'live' && state !== 'withdrawing')
    throw new Error(`aggregate ${id} is not open but ${state}`);
  return { id, composition, state };
}
