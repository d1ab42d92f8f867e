import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import type { DeviceRecord, Principal } from '#directory';
import { writeSchedule, type Fault, type SignConvention } from '#flexoffer';
import { contentHash } from '#identifiers';
import { currentTrace } from '#observability';
import { conflict, forbidden } from '#problem-details';
import { generateOffers } from '../flexibility/offer-generation.js';
import { Mailbox, type WaitingSchedule } from '../mailbox/mailbox.js';
import type { CommunicationAnswer, DemandSchedule } from './communication-answer.js';
import type { CommunicationRequest } from './communication-request.js';
import { RequestStore } from './request-store.js';

/** One poll: takes what the device says, answers with all that waits for it. */
@Injectable()
export class CommunicationService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Mailbox) private readonly mailbox: Mailbox,
    @Inject(RequestStore) private readonly store: RequestStore,
  ) {}

  /** An empty poll. */
  listen(sender: Principal): CommunicationAnswer {
    return this.answer(sender, deviceOf(sender), undefined, []);
  }

  /** A poll with packets; all of them are taken, or (Nack) none. */
  async take(sender: Principal, request: CommunicationRequest): Promise<CommunicationAnswer> {
    const device = deviceOf(sender);
    const { offers, faults } = generateOffers(sender, device, request, this.clock.now());
    if (faults.length > 0) return this.answer(sender, device, request.messageId, faults);
    const outcome = await this.store.submit({
      sender,
      device,
      request,
      offers,
      contentHash: contentHash(request),
      trace: currentTrace(),
    });
    if (outcome === 'conflicting')
      throw conflict(`The message ${request.messageId} came before with another content.`);
    return this.answer(sender, device, request.messageId, []);
  }

  private answer(
    sender: Principal,
    device: DeviceRecord,
    messageId: string | undefined,
    errors: readonly Fault[],
  ): CommunicationAnswer {
    const sign = sender.participant.signConvention;
    const waiting = this.mailbox.schedulesFor(device.id);
    return {
      acknowledgement: {
        ...(messageId === undefined ? {} : { messageId }),
        result: errors.length > 0 ? 'Nack' : 'Ack',
        errors,
      },
      administrationControl: { serverTime: new Date(this.clock.now()).toISOString(), controlEnabled: true },
      configParams: { pollIntervalSeconds: device.pollIntervalSeconds },
      demandSchedules: waiting
        .filter(({ update }) => update === undefined)
        .map((schedule) => demandSchedule(schedule, sign)),
      demandUpdates: waiting.flatMap(({ update, ...schedule }) =>
        update === undefined
          ? []
          : { ...demandSchedule(schedule, sign), updateOf: update.of, reason: update.reason },
      ),
      flexibilityRejects: this.mailbox
        .rejectsFor(device.id)
        .map(({ flexibilityId, flexOfferId, reason }) => ({ flexibilityId, flexOfferId, reason })),
    };
  }
}

function demandSchedule(
  { id, flexibilityId, flexOfferId, schedule }: WaitingSchedule,
  sign: SignConvention,
): DemandSchedule {
  return { scheduleId: id, flexibilityId, flexOfferId, ...writeSchedule(schedule, { sign }) };
}

function deviceOf(sender: Principal): DeviceRecord {
  if (!sender.device) throw forbidden('Only a device may poll.');
  return sender.device;
}
