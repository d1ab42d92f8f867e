import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import type { Principal } from '#directory';
import { acceptanceFaults, type FlexOffer } from '#flexoffer';
import type { Transaction } from '#persistence';
import { badRequest, conflict, notFound } from '#problem-details';
import { contentColumns } from '../flexoffers/content-columns.js';
import { contentHashOf, contentOf, storageFaults } from '../flexoffers/flex-offer-content.js';
import { LifeCycle } from '../flexoffers/life-cycle.js';
import { onlyOwner } from '../flexoffers/only-owner.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import { SellOrders } from '../portfolio/sell-orders.js';
import { saysTheSame } from './offered-flex-offer.js';
import type { PostedItem } from './posted-item.js';
import { PostedOfferReader } from './posted-offer-reader.js';

/** Lets an owner change what it offers, until it has traded. */
@Injectable()
export class OfferChange {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LifeCycle) private readonly lifeCycle: LifeCycle,
    @Inject(SellOrders) private readonly sellOrders: SellOrders,
    @Inject(PostedOfferReader) private readonly reader: PostedOfferReader,
  ) {}

  /**
   * The offer is for sale with its new content as soon as the market has given the old one back. If the old one
   * traded before that, the trade stands and the change does not.
   *
   * @throws Problem 400 for content that breaks a rule, 404 for an offer that is not there to see, 409 once its
   *   content can no longer change
   */
  async change(
    transaction: Transaction,
    id: string,
    item: PostedItem,
    sender: Principal,
  ): Promise<StoredFlexOffer> {
    const row = await this.lockVisible(transaction, id, sender);
    const as = { path: '', id, ownerId: row.offeredById };
    const result = await this.reader.read(item, sender, as);
    if (!result.ok) throw badRequest(result.faults);
    if (saysTheSame(result.value, { contentHash: row.contentHash, creation: row.offer.creation })) return row;
    if (row.state !== 'accepted')
      throw conflict(`FlexOffer ${id} is ${row.state}: its content can no longer be changed.`);
    const { offer } = result.value;
    const faults = [...storageFaults(offer), ...acceptanceFaults(offer, { now: this.clock.now() })];
    if (faults.length > 0) throw badRequest(faults);
    await this.replace(transaction, row, offer);
    return transaction.manager.findOneByOrFail(StoredFlexOffer, { id });
  }

  private async replace(transaction: Transaction, row: StoredFlexOffer, offer: FlexOffer): Promise<void> {
    const content = contentOf(offer);
    await transaction.manager.save(StoredFlexOffer, contentColumns(content, contentHashOf(content)));
    await this.lifeCycle.note(transaction, row.id, row.state, 'changed by its owner');
    if (row.aggregateId !== null)
      await this.sellOrders.withdraw(transaction, [row.aggregateId], 'a member was changed by its owner');
  }

  private async lockVisible(
    transaction: Transaction,
    id: string,
    sender: Principal,
  ): Promise<StoredFlexOffer> {
    const row = await transaction.manager.findOne(StoredFlexOffer, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    const owner = onlyOwner(sender);
    if (!row || (owner !== undefined && row.offeredById !== owner)) throw notFound(`FlexOffer ${id}`);
    return row;
  }
}
