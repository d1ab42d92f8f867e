import { Inject, Injectable } from '@nestjs/common';
import { instantOf, profileLength, type FlexOffer } from '#flexoffer';
import type { FlexOffersChanged } from '#messages';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import type { ReceivedRequest } from '../communication/received-request.js';
import { Mailbox } from '../mailbox/mailbox.js';

interface OpenOffer {
  readonly id: string;
  readonly reason: string;
}

interface ChangedRow {
  readonly id: string;
  readonly device_id: string;
  readonly flexibility_id: string;
  readonly last_end: Date;
  readonly reason: string | null;
  readonly state: string;
  readonly reject_due: boolean;
}

/** The offers that the FOA made for its devices: posts them, withdraws them, hears what became of them. */
@Injectable()
export class DeviceOffers {
  constructor(
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Mailbox) private readonly mailbox: Mailbox,
  ) {}

  /** Posts new offers. An offer for a flexibility replaces the open one before it. */
  async take(transaction: Transaction, requests: readonly ReceivedRequest[]): Promise<void> {
    const taken = requests.flatMap(({ offers, trace }) => offers.map((offer) => ({ offer, trace })));
    if (taken.length === 0) return;
    const offers = taken.map(({ offer }) => offer);
    await this.withdrawOpen(
      transaction,
      offers.map((offer) => ({ ...keyOf(offer), reason: `replaced by ${offer.id}` })),
    );
    await transaction.query(
      `INSERT INTO foa.device_offer (id, device_id, flexibility_id, state, last_end)
       SELECT id, device_id, flexibility_id, 'offered', last_end
       FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
         AS offer (id, device_id, flexibility_id, last_end) ON CONFLICT DO NOTHING`,
      [
        offers.map((offer) => offer.id),
        offers.map((offer) => keyOf(offer).deviceId),
        offers.map((offer) => keyOf(offer).flexibilityId),
        offers.map((offer) =>
          new Date(instantOf(offer.startBefore + profileLength(offer.slices))).toISOString(),
        ),
      ],
    );
    await this.outbox.publish(transaction, 'flexoffers.offered', {
      offers,
      traces: taken.map(({ trace }) => trace),
    });
  }

  /** The device no longer stands by a flexibility. */
  async withdraw(transaction: Transaction, requests: readonly ReceivedRequest[]): Promise<void> {
    const withdrawn = requests.flatMap(({ device, request }) =>
      (request.demandCancelation ?? []).map(({ flexibilityId, reason }) => ({
        deviceId: device.id,
        flexibilityId,
        reason: `canceled by the device: ${reason}`,
      })),
    );
    await this.withdrawOpen(transaction, withdrawn);
  }

  async acknowledgeRejects(transaction: Transaction, requests: readonly ReceivedRequest[]): Promise<void> {
    for (const { device, request } of requests) {
      const ids = request.receivedRejects ?? [];
      if (ids.length === 0) continue;
      await transaction.query(
        'UPDATE foa.device_offer SET reject_due = false WHERE device_id = $1 AND id = ANY($2)',
        [device.id, ids],
      );
      transaction.afterCommit(() => this.mailbox.removeRejects(device.id, ids));
    }
  }

  /** Takes over what the FMAN says; an offer that will not be used is news for its device. */
  async follow(transaction: Transaction, { changes }: FlexOffersChanged): Promise<void> {
    const rows = await transaction.query<ChangedRow>(
      `UPDATE foa.device_offer AS offer SET state = change.state, reason = change.reason,
         reject_due = change.state IN ('rejected', 'invalid') OR (change.state = 'canceled' AND offer.state <> 'canceled')
       FROM unnest($1::text[], $2::text[], $3::text[]) AS change (id, state, reason)
       WHERE offer.id = change.id
       RETURNING offer.id, device_id, flexibility_id, last_end, offer.reason, offer.state, reject_due`,
      [
        changes.map((item) => item.id),
        changes.map((item) => item.state),
        changes.map((item) => item.reason ?? null),
      ],
    );
    transaction.afterCommit(() => rows.forEach((row) => this.inform(row)));
  }

  private inform(row: ChangedRow): void {
    if (row.state === 'canceled') this.mailbox.removeSchedulesOf(row.device_id, row.id);
    if (!row.reject_due) return;
    this.mailbox.addReject({
      deviceId: row.device_id,
      flexibilityId: row.flexibility_id,
      flexOfferId: row.id,
      reason: row.reason ?? row.state,
      until: row.last_end.getTime(),
    });
  }

  private async withdrawOpen(
    transaction: Transaction,
    wanted: readonly { deviceId: string; flexibilityId: string; reason: string }[],
  ): Promise<void> {
    if (wanted.length === 0) return;
    const open = await transaction.query<OpenOffer>(
      `UPDATE foa.device_offer AS offer SET state = 'canceled', reason = wanted.reason
       FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (device_id, flexibility_id, reason)
       WHERE offer.device_id = wanted.device_id AND offer.flexibility_id = wanted.flexibility_id
         AND offer.state IN ('offered', 'accepted', 'assigned')
       RETURNING offer.id, wanted.reason`,
      [
        wanted.map((item) => item.deviceId),
        wanted.map((item) => item.flexibilityId),
        wanted.map((item) => item.reason),
      ],
    );
    if (open.length > 0) await this.outbox.publish(transaction, 'flexoffers.withdrawn', { offers: open });
  }
}

/** Offers that the FOA makes always carry both. */
function keyOf(offer: FlexOffer): { deviceId: string; flexibilityId: string } {
  const { deviceId, flexibilityId } = offer;
  if (deviceId === undefined || flexibilityId === undefined) throw new Error(`${offer.id} has no device`);
  return { deviceId, flexibilityId };
}
