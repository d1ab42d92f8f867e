import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import type { SchedulesAssigned, SchedulesUpdated } from '#messages';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import type { ReceivedRequest } from '../communication/received-request.js';
import { assignedSchedules } from './assigned-schedules.js';
import { Mailbox, type WaitingSchedule } from '../mailbox/mailbox.js';

/** The schedules of devices, from their assignment until the device has confirmed them. */
@Injectable()
export class DeviceSchedules {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Mailbox) private readonly mailbox: Mailbox,
  ) {}

  /** Puts assigned schedules into their devices' mailboxes. */
  async deliver(transaction: Transaction, message: SchedulesAssigned): Promise<void> {
    await this.keep(transaction, assignedSchedules(message));
  }

  /** Puts new schedules in the place of others, of which the devices are not told any more. */
  async replace(transaction: Transaction, { updates }: SchedulesUpdated): Promise<void> {
    await transaction.query(
      `UPDATE foa.device_schedule AS schedule SET replaced_by = later.id
       FROM unnest($1::text[], $2::text[]) AS later (id, update_of) WHERE schedule.id = later.update_of`,
      [updates.map(({ scheduleId }) => scheduleId), updates.map(({ updateOf }) => updateOf)],
    );
    transaction.afterCommit(() => {
      for (const { deviceId, updateOf } of updates) this.mailbox.removeSchedules(deviceId, [updateOf]);
    });
    await this.keep(
      transaction,
      updates.map(({ scheduleId, updateOf, reason, ...item }) => ({
        id: scheduleId,
        ...item,
        update: { of: updateOf, reason },
      })),
    );
  }

  private async keep(transaction: Transaction, schedules: readonly WaitingSchedule[]): Promise<void> {
    await transaction.query(
      `INSERT INTO foa.device_schedule (id, device_id, flexibility_id, flexoffer_id, schedule, start_interval,
         end_interval, update_of, reason)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::integer[],
         $7::integer[], $8::text[], $9::text[]) ON CONFLICT DO NOTHING`,
      [
        schedules.map((item) => item.id),
        schedules.map((item) => item.deviceId),
        schedules.map((item) => item.flexibilityId),
        schedules.map((item) => item.flexOfferId),
        schedules.map((item) => JSON.stringify(item.schedule)),
        schedules.map(({ schedule }) => schedule.start),
        schedules.map(({ schedule }) => schedule.start + schedule.energiesWh.length),
        schedules.map(({ update }) => update?.of ?? null),
        schedules.map(({ update }) => update?.reason ?? null),
      ],
    );
    transaction.afterCommit(() => {
      for (const schedule of schedules) this.mailbox.addSchedule(schedule);
    });
  }

  /** Notes what devices confirm; ids that are unknown, foreign or confirmed already change nothing. */
  async acknowledge(transaction: Transaction, requests: readonly ReceivedRequest[]): Promise<void> {
    const confirmed = requests.flatMap(({ device, request }) =>
      (request.receivedSchedules ?? []).map((scheduleId) => ({ deviceId: device.id, scheduleId })),
    );
    if (confirmed.length === 0) return;
    const at = this.clock.now();
    const rows = await transaction.query<{ id: string; device_id: string; flexoffer_id: string }>(
      `UPDATE foa.device_schedule AS schedule SET acknowledged_at = $3
       FROM unnest($1::text[], $2::text[]) AS confirmed (device_id, id)
       WHERE schedule.id = confirmed.id AND schedule.device_id = confirmed.device_id
         AND schedule.acknowledged_at IS NULL
       RETURNING schedule.id, schedule.device_id, schedule.flexoffer_id`,
      [confirmed.map((item) => item.deviceId), confirmed.map((item) => item.scheduleId), new Date(at)],
    );
    if (rows.length === 0) return;
    await this.outbox.publish(transaction, 'schedules.acknowledged', {
      schedules: rows.map((row) => ({ scheduleId: row.id, flexOfferId: row.flexoffer_id, at })),
    });
    transaction.afterCommit(() => {
      for (const row of rows) this.mailbox.removeSchedules(row.device_id, [row.id]);
    });
  }
}
