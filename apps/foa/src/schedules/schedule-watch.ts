import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { intervalOf, parseInstant, type Instant, type IntervalIndex } from '#flexoffer';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import type { ReceivedRequest } from '../communication/received-request.js';
import { heedsSchedules } from './follows-schedule.js';
import {
  observedFailures,
  type Failure,
  type ModeObservation,
  type Observation,
  type WatchedSchedule,
} from './observed-failures.js';
import { closedBy, READ_WITHIN_MS, registerEnergy, type RegisterReading } from './register-energy.js';

interface DeviceInterval {
  readonly deviceId: string;
  readonly interval: IntervalIndex;
}

interface RegisterRow extends DeviceInterval {
  readonly at: Date;
  readonly importKwh: number | null;
  readonly exportKwh: number | null;
}

/** Sees from operation data that a device does not follow its schedule, and tells the FMAN while it still matters. */
@Injectable()
export class ScheduleWatch {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** After the readings of the requests have been stored. */
  async look(transaction: Transaction, requests: readonly ReceivedRequest[]): Promise<void> {
    const now = this.clock.now();
    const modes = modesOf(requests, intervalOf(now));
    const closed = closedIntervals(requests, now);
    if (modes.length === 0 && closed.length === 0) return;
    const schedules = await this.schedulesOf(transaction, [...modes, ...closed]);
    const scheduled = new Set(schedules.map(({ deviceId }) => deviceId));
    const measured = await this.measured(
      transaction,
      closed.filter(({ deviceId }) => scheduled.has(deviceId)),
    );
    await this.tell(transaction, observedFailures([...modes, ...measured], schedules));
  }

  /** The energies of quarter-hours that have just ended, where the registers say them. */
  private async measured(
    transaction: Transaction,
    closed: readonly DeviceInterval[],
  ): Promise<Observation[]> {
    if (closed.length === 0) return [];
    const rows = await transaction.query<RegisterRow>(
      `SELECT closed.device_id AS "deviceId", closed.interval, reading.at,
         (reading.values ->> 'energyImportKwh')::float8 AS "importKwh",
         (reading.values ->> 'energyExportKwh')::float8 AS "exportKwh"
       FROM unnest($1::text[], $2::integer[]) AS closed (device_id, interval)
       CROSS JOIN generate_series(0, 1) AS side
       JOIN foa.operation_reading reading ON reading.device_id = closed.device_id
         AND reading.at BETWEEN to_timestamp((closed.interval + side) * 900.0 - $3)
           AND to_timestamp((closed.interval + side) * 900.0 + $3)`,
      [closed.map(({ deviceId }) => deviceId), closed.map(({ interval }) => interval), READ_WITHIN_MS / 1000],
    );
    return closed.flatMap(({ deviceId, interval }) => {
      const own = rows.filter((row) => row.deviceId === deviceId && row.interval === interval);
      const measuredWh = registerEnergy(interval, own.map(registerReading));
      return measuredWh === undefined ? [] : [{ deviceId, interval, measuredWh }];
    });
  }

  private async schedulesOf(
    transaction: Transaction,
    intervals: readonly DeviceInterval[],
  ): Promise<WatchedSchedule[]> {
    const first = intervals.reduce((least, { interval }) => Math.min(least, interval), Infinity);
    return transaction.query<WatchedSchedule>(
      `SELECT id, device_id AS "deviceId", schedule FROM foa.device_schedule AS schedule
       WHERE device_id = ANY($1) AND end_interval > $2 AND replaced_by IS NULL
         AND NOT EXISTS (
           SELECT FROM foa.device_offer offer WHERE offer.id = schedule.flexoffer_id AND offer.state = 'canceled')
       ORDER BY id`,
      [[...new Set(intervals.map(({ deviceId }) => deviceId))], first],
    );
  }

  /** Once for each schedule and interval, and only while something of the schedule is still to come. */
  private async tell(transaction: Transaction, failures: readonly Failure[]): Promise<void> {
    if (failures.length === 0) return;
    const last = lastOfEach(failures);
    const rows = await transaction.query<{ id: string; flexOfferId: string }>(
      `UPDATE foa.device_schedule AS schedule SET failing_interval = failure.interval
       FROM unnest($1::text[], $2::integer[]) AS failure (id, interval)
       WHERE schedule.id = failure.id AND end_interval > $3
         AND (failing_interval IS NULL OR failing_interval < failure.interval)
       RETURNING schedule.id, flexoffer_id AS "flexOfferId"`,
      [
        [...last.keys()],
        [...last.values()].map(({ interval }) => interval),
        intervalOf(this.clock.now()) + 1,
      ],
    );
    const deliveries = rows.flatMap(({ id, flexOfferId }) => {
      const failure = last.get(id);
      return failure ? [{ flexOfferId, fromInterval: failure.interval + 1, reason: failure.reason }] : [];
    });
    deliveries.sort((a, b) => (a.flexOfferId < b.flexOfferId ? -1 : 1));
    if (deliveries.length > 0) await this.outbox.publish(transaction, 'deliveries.failing', { deliveries });
  }
}

/** By schedule. */
function lastOfEach(failures: readonly Failure[]): ReadonlyMap<string, Failure> {
  const last = new Map<string, Failure>();
  for (const failure of failures)
    if (failure.interval > (last.get(failure.scheduleId)?.interval ?? -Infinity))
      last.set(failure.scheduleId, failure);
  return last;
}

function modesOf(requests: readonly ReceivedRequest[], interval: IntervalIndex): ModeObservation[] {
  return requests.flatMap(({ device, request }) => {
    const mode = request.operationData?.mode;
    return mode === undefined || heedsSchedules(mode) ? [] : [{ deviceId: device.id, interval, mode }];
  });
}

/** The quarter-hours that any of the readings closes, each once; clocks that are ahead are not believed. */
function closedIntervals(requests: readonly ReceivedRequest[], now: Instant): DeviceInterval[] {
  const closed = new Map<string, DeviceInterval>();
  for (const { device, request } of requests)
    for (const { at, energyImportKwh, energyExportKwh } of request.operationData?.readings ?? []) {
      if (energyImportKwh === undefined && energyExportKwh === undefined) continue;
      const instant = parseInstant(at);
      const interval =
        instant === undefined || instant > now + READ_WITHIN_MS ? undefined : closedBy(instant);
      if (interval !== undefined)
        closed.set(JSON.stringify([device.id, interval]), { deviceId: device.id, interval });
    }
  return [...closed.values()];
}

function registerReading({ at, importKwh, exportKwh }: RegisterRow): RegisterReading {
  return {
    at: at.getTime(),
    ...(importKwh === null ? {} : { importKwh }),
    ...(exportKwh === null ? {} : { exportKwh }),
  };
}
