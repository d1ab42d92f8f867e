import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#clock';
import type { Instant, Schedule } from '#flexoffer';
import { Database } from '#persistence';

/** A schedule that its device has not confirmed. */
export interface WaitingSchedule {
  readonly id: string;
  readonly deviceId: string;
  readonly flexibilityId: string;
  readonly flexOfferId: string;
  readonly schedule: Schedule;
  /** Where it replaces another one. */
  readonly update?: { readonly of: string; readonly reason: string };
}

interface ScheduleRow extends Omit<WaitingSchedule, 'update'> {
  readonly updateOf: string | null;
  readonly reason: string | null;
}

/** News for a device: its offer will not be used. */
export interface WaitingReject {
  readonly deviceId: string;
  readonly flexibilityId: string;
  readonly flexOfferId: string;
  readonly reason: string;
  /** Not worth telling any more after this. */
  readonly until: Instant;
}

interface Box {
  readonly schedules: Map<string, WaitingSchedule>;
  readonly rejects: Map<string, WaitingReject>;
}

/**
 * What waits for each device, in memory, so that an empty poll touches no table. The tables hold the truth;
 * the mailbox follows every commit and is rebuilt from them at start. One instance of the FOA owns it.
 */
@Injectable()
export class Mailbox implements OnModuleInit {
  private readonly boxes = new Map<string, Box>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const schedules = await this.database.query<ScheduleRow>(
      `SELECT id, device_id AS "deviceId", flexibility_id AS "flexibilityId", flexoffer_id AS "flexOfferId", schedule,
         update_of AS "updateOf", reason
       FROM foa.device_schedule AS schedule WHERE acknowledged_at IS NULL AND replaced_by IS NULL
         AND NOT EXISTS (
           SELECT FROM foa.device_offer offer WHERE offer.id = schedule.flexoffer_id AND offer.state = 'canceled')
       ORDER BY id`,
    );
    for (const { updateOf, reason, ...schedule } of schedules)
      this.addSchedule({
        ...schedule,
        ...(updateOf === null ? {} : { update: { of: updateOf, reason: reason ?? '' } }),
      });
    const rejects = await this.database.query<Omit<WaitingReject, 'until'> & { until: Date }>(
      `SELECT device_id AS "deviceId", flexibility_id AS "flexibilityId", id AS "flexOfferId",
         coalesce(reason, state) AS reason, last_end AS until
       FROM foa.device_offer WHERE reject_due AND last_end > $1 ORDER BY id`,
      [new Date(this.clock.now())],
    );
    for (const reject of rejects) this.addReject({ ...reject, until: reject.until.getTime() });
  }

  addSchedule(schedule: WaitingSchedule): void {
    this.boxOf(schedule.deviceId).schedules.set(schedule.id, schedule);
  }

  addReject(reject: WaitingReject): void {
    this.boxOf(reject.deviceId).rejects.set(reject.flexOfferId, reject);
  }

  removeSchedules(deviceId: string, scheduleIds: readonly string[]): void {
    for (const id of scheduleIds) this.boxes.get(deviceId)?.schedules.delete(id);
  }

  removeSchedulesOf(deviceId: string, flexOfferId: string): void {
    const box = this.boxes.get(deviceId);
    for (const schedule of box?.schedules.values() ?? [])
      if (schedule.flexOfferId === flexOfferId) box?.schedules.delete(schedule.id);
  }

  removeRejects(deviceId: string, flexOfferIds: readonly string[]): void {
    for (const id of flexOfferIds) this.boxes.get(deviceId)?.rejects.delete(id);
  }

  /** Sorted by id, so that the same content gives the same answer. */
  schedulesFor(deviceId: string): readonly WaitingSchedule[] {
    const schedules = [...(this.boxes.get(deviceId)?.schedules.values() ?? [])];
    return schedules.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  rejectsFor(deviceId: string): readonly WaitingReject[] {
    const box = this.boxes.get(deviceId);
    if (!box) return [];
    for (const reject of box.rejects.values())
      if (reject.until <= this.clock.now()) box.rejects.delete(reject.flexOfferId);
    return [...box.rejects.values()].sort((a, b) => (a.flexOfferId < b.flexOfferId ? -1 : 1));
  }

  private boxOf(deviceId: string): Box {
    let box = this.boxes.get(deviceId);
    if (!box) {
      box = { schedules: new Map(), rejects: new Map() };
      this.boxes.set(deviceId, box);
    }
    return box;
  }
}
