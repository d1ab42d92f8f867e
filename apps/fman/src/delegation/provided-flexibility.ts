import { Inject, Injectable } from '@nestjs/common';
import { energyExtent, energyFlexibility, timeFlexibility, type Schedule } from '#flexoffer';
import type { FlexibilityProvided } from '#messages';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';

interface EndedRow {
  readonly offer: FlexOfferContent;
  readonly schedule: Schedule | null;
}

/** Tells settlement what the offers of delegated contracts were worth: flexibility earns, also if nobody buys it. */
@Injectable()
export class ProvidedFlexibility {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** @param ids of offers that have just been carried out, or that nobody bought */
  async tell(transaction: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await transaction.query<EndedRow>(
      `SELECT offer, schedule FROM fman.flexoffer
       WHERE id = ANY($1) AND EXISTS (SELECT FROM fman.known_contract
         WHERE participant_id = offered_by_id AND reward_per_kwh IS NOT NULL)
       ORDER BY id`,
      [ids],
    );
    if (rows.length > 0)
      await this.outbox.publish(transaction, 'flexibility.provided', { offers: rows.map(providedBy) });
  }
}

function providedBy({ offer, schedule }: EndedRow): FlexibilityProvided['offers'][number] {
  const measured = { ...offer, state: 'executed' as const };
  return {
    flexOfferId: offer.id,
    participantId: offer.offeredById,
    ...(offer.deviceId === undefined ? {} : { deviceId: offer.deviceId }),
    interval: schedule?.start ?? offer.startAfter,
    energyFlexWh: energyFlexibility(energyExtent(measured)),
    timeFlexIntervals: timeFlexibility(measured),
    ...(schedule === null
      ? {}
      : { startShiftIntervals: Math.abs(schedule.start - offer.defaultSchedule.start) }),
  };
}
