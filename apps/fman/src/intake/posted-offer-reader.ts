import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { Directory, type ParticipantRecord, type Principal } from '#directory';
import type { Fault, FlexOffer, ReadOptions, Result } from '#flexoffer';
import { derivedId } from '#identifiers';
import { currentTrace } from '#observability';
import { mayOfferAt } from './may-offer-at.js';
import type { OfferedFlexOffer } from './offered-flex-offer.js';
import type { PostedItem } from './posted-item.js';

/** What the address of a request says about the offer in it. */
export interface PostedAs {
  /** Where the offer lies in the request; begins the path of every fault. */
  readonly path: string;
  readonly id?: string;
  readonly ownerId?: string;
}

/** Reads FlexOffers that participants post, and checks that they may offer what they offer. */
@Injectable()
export class PostedOfferReader {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** A prosumer offers its own; an aggregator or administrator may name another owner. Energies have the sender's sign. */
  async read(item: PostedItem, sender: Principal, as: PostedAs): Promise<Result<OfferedFlexOffer>> {
    const ownerId =
      as.ownerId ??
      (sender.role === 'prosumer' ? sender.participant.id : (item.owner ?? sender.participant.id));
    const owner = await this.directory.participant(ownerId);
    if (!owner) return refused({ path: pathOf(as, 'offeredById'), message: 'is not a known participant' });
    const options: ReadOptions = {
      sign: sender.participant.signConvention,
      path: as.path,
      now: this.clock.now(),
      id: as.id ?? (item.isNamed ? '' : derivedId('fo', ownerId, item.naturalKey())),
      offeredById: ownerId,
      gridNode: owner.gridNode ?? '',
      state: 'offered',
    };
    const result = item.read(options);
    if (!result.ok) return result;
    const faults = await this.faultsOf(result.value, owner, as);
    if (faults.length > 0) return { ok: false, faults };
    return {
      ok: true,
      value: { offer: result.value, trace: currentTrace(), readAt: readAgain(item, options) },
    };
  }

  private async faultsOf(offer: FlexOffer, owner: ParticipantRecord, as: PostedAs): Promise<Fault[]> {
    if (as.id !== undefined && offer.id !== as.id)
      return [{ path: pathOf(as, 'id'), message: `must be ${as.id}, as in the address` }];
    const device = offer.deviceId === undefined ? undefined : await this.directory.device(offer.deviceId);
    if (offer.deviceId !== undefined && device?.participantId !== owner.id)
      return [{ path: pathOf(as, 'deviceId'), message: `is not a device of ${owner.id}` }];
    if (mayOfferAt(offer.gridNode, [owner.gridNode, device?.gridNode])) return [];
    return [{ path: pathOf(as, 'locationID'), message: `is not where ${owner.id} is connected` }];
  }
}

const refused = (fault: Fault): Result<never> => ({ ok: false, faults: [fault] });

const pathOf = ({ path }: PostedAs, field: string): string => (path === '' ? field : `${path}.${field}`);

function readAgain(item: PostedItem, options: ReadOptions): (now: number) => FlexOffer | undefined {
  return (now) => {
    const result = item.read({ ...options, now });
    return result.ok ? result.value : undefined;
  };
}
