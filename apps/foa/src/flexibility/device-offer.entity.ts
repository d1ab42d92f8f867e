import type { FlexOfferState, Instant } from '#flexoffer';
import { InstantColumn } from '#persistence';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the FOA remembers of an offer that it made for a device. The offer itself is the FMAN's. */
@Entity({ schema: 'foa', name: 'device_offer' })
@Index('device_offer_flexibility', ['deviceId', 'flexibilityId', 'state'])
@Index('device_offer_reject', ['lastEnd'], { where: '"reject_due"' })
export class DeviceOffer {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'device_id' })
  deviceId!: string;

  @Column('text', { name: 'flexibility_id' })
  flexibilityId!: string;

  @Column('text')
  state!: FlexOfferState;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** After this nobody needs to hear about the offer any more. */
  @InstantColumn({ name: 'last_end' })
  lastEnd!: Instant;

  /** The device has yet to learn that the offer will not be used. */
  @Column('boolean', { name: 'reject_due', default: false })
  rejectDue!: boolean;
}
