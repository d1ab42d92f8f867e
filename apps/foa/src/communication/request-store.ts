import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { Database, GroupCommit, type Transaction } from '#persistence';
import { DeviceOffers } from '../flexibility/device-offers.js';
import { OperationReadings } from '../operation-data/operation-readings.js';
import { DeviceSchedules } from '../schedules/device-schedules.js';
import { ScheduleWatch } from '../schedules/schedule-watch.js';
import type { ReceivedRequest, StoreOutcome } from './received-request.js';

interface KnownRow {
  readonly position: number;
  readonly content_hash: string;
}

/** Makes requests durable, many in one commit; a request is answered only after its commit. */
@Injectable()
export class RequestStore {
  private readonly commits: GroupCommit<ReceivedRequest, StoreOutcome>;

  constructor(
    @Inject(Database) database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DeviceOffers) private readonly offers: DeviceOffers,
    @Inject(DeviceSchedules) private readonly schedules: DeviceSchedules,
    @Inject(OperationReadings) private readonly readings: OperationReadings,
    @Inject(ScheduleWatch) private readonly watch: ScheduleWatch,
  ) {
    this.commits = new GroupCommit(database, (transaction, requests) => this.store(transaction, requests));
  }

  submit(request: ReceivedRequest): Promise<StoreOutcome> {
    return this.commits.submit(request);
  }

  private async store(
    transaction: Transaction,
    requests: readonly ReceivedRequest[],
  ): Promise<readonly StoreOutcome[]> {
    const outcomes = await this.claim(transaction, requests);
    const fresh = requests.filter((_, index) => outcomes[index] === 'stored');
    if (fresh.length > 0) {
      await this.offers.take(transaction, fresh);
      await this.offers.withdraw(transaction, fresh);
      await this.schedules.acknowledge(transaction, fresh);
      await this.offers.acknowledgeRejects(transaction, fresh);
      await this.readings.store(transaction, fresh);
      await this.watch.look(transaction, fresh);
    }
    return outcomes;
  }

  /** Writes the message ids; the first request with an id wins, whoever else holds the same one. */
  private async claim(
    transaction: Transaction,
    requests: readonly ReceivedRequest[],
  ): Promise<readonly StoreOutcome[]> {
    const columns = [
      requests.map((item) => item.device.id),
      requests.map((item) => item.request.messageId),
      requests.map((item) => item.contentHash),
    ];
    const rows = await transaction.query<{ position: number }>(
      `WITH sent AS (
         SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
           WITH ORDINALITY AS sent (device_id, message_id, content_hash, position)),
       first AS (
         SELECT DISTINCT ON (device_id, message_id) * FROM sent ORDER BY device_id, message_id, position),
       written AS (
         INSERT INTO foa.communication (device_id, message_id, content_hash, received_at)
         SELECT device_id, message_id, content_hash, $4 FROM first
         ON CONFLICT DO NOTHING RETURNING device_id, message_id)
       SELECT position::int FROM first JOIN written USING (device_id, message_id)`,
      [...columns, new Date(this.clock.now())],
    );
    const written = new Set(rows.map((row) => row.position - 1));
    if (written.size === requests.length) return requests.map(() => 'stored');
    const known = await transaction.query<KnownRow>(
      `SELECT position::int, known.content_hash
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS sent (device_id, message_id, position)
       JOIN foa.communication AS known USING (device_id, message_id)`,
      columns.slice(0, 2),
    );
    const hashes = new Map(known.map((row) => [row.position - 1, row.content_hash]));
    return requests.map((item, index) => {
      if (written.has(index)) return 'stored';
      return hashes.get(index) === item.contentHash ? 'repeated' : 'conflicting';
    });
  }
}
