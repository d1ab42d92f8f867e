import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { scheduleFaults, type FlexOffer, type Schedule } from '#flexoffer';
import type { AssignedMembers, SoldEnergy } from '#messages';
import { Outbox } from '#messaging';
import { currentTrace } from '#observability';
import type { Transaction } from '#persistence';
import type { MemberColumns } from '../portfolio/member-columns.js';
import { assignedMembers } from './assigned-members.js';

/** An aggregate that was sold. */
export interface SoldAggregate {
  readonly id: string;
  /** Whether it was asked back, in vain, because a member had left or changed. */
  readonly wasAskedBack: boolean;
  readonly schedule: Schedule;
  readonly sold: readonly SoldEnergy[];
}

interface ColumnsRow {
  readonly id: string;
  readonly offer: FlexOffer;
  readonly member_columns: MemberColumns;
}

/** Bounds the size of a message, and of what is read at once. */
const AGGREGATES_A_MESSAGE = 200;

/** The members' own records are brought up to date in transactions of this many aggregates. */
const AGGREGATES_A_STEP = 20;

/**
 * Sends the members of sold aggregates their schedules. That is all that a gate waits for; the members' own records
 * follow in small steps, each a message to ourselves that commits with the schedules:
 *
 * ```
 * gate closes     schedules queued                records of 20 aggregates    of the next 20
 * |--- market ----|--- one transaction of all ----|--- one transaction -------|--- ...
 *                 aggregates `traded`             members `assigned`, parts of trades told to settlement
 * ```
 */
@Injectable()
export class Dispatch {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** The caller holds the locks of the aggregates. Members that were canceled before get no schedule. */
  async send(transaction: Transaction, sold: readonly SoldAggregate[]): Promise<void> {
    if (sold.length === 0) return;
    const absent = await absentMembers(
      transaction,
      sold.filter(({ wasAskedBack }) => wasAskedBack),
    );
    await this.close(transaction, sold);
    await this.queue(transaction, partsOf(sold, AGGREGATES_A_MESSAGE), absent);
    const trace = currentTrace();
    const steps = partsOf(sold, AGGREGATES_A_STEP).map((part) => ({
      trace,
      payload: { aggregateIds: part.map(({ id }) => id) },
    }));
    await this.outbox.publishEach(transaction, 'aggregates.traded', steps);
  }

  /** The database reads each part while the one before is split up. */
  private async queue(
    transaction: Transaction,
    parts: readonly (readonly SoldAggregate[])[],
    absent: ReadonlySet<string>,
  ): Promise<void> {
    let rows = await columnsOf(transaction, parts[0]);
    for (const [place, part] of parts.entries()) {
      const [next, aggregates] = await Promise.all([
        columnsOf(transaction, parts[place + 1]),
        assignedTo(part, rows, absent),
      ]);
      if (aggregates.length > 0) await this.outbox.publish(transaction, 'schedules.assigned', { aggregates });
      rows = next;
    }
  }

  private async close(transaction: Transaction, sold: readonly SoldAggregate[]): Promise<void> {
    await transaction.query(
      `UPDATE fman.aggregate
       SET state = 'traded', state_reason = NULL, schedule = traded.schedule, sold = traded.sold, closed_at = $2
       FROM json_to_recordset($1::json) AS traded (id text, schedule jsonb, sold jsonb)
       WHERE aggregate.id = traded.id`,
      [
        JSON.stringify(sold.map(({ id, schedule, sold: energy }) => ({ id, schedule, sold: energy }))),
        new Date(this.clock.now()),
      ],
    );
  }
}

async function columnsOf(
  transaction: Transaction,
  sold: readonly SoldAggregate[] = [],
): Promise<readonly ColumnsRow[]> {
  if (sold.length === 0) return [];
  return transaction.query<ColumnsRow>(
    'SELECT id, offer, member_columns FROM fman.aggregate WHERE id = ANY($1)',
    [sold.map(({ id }) => id)],
  );
}

/** What the members are told, where any is left to tell. Asynchronous only so that a failure waits for its turn. */
async function assignedTo(
  sold: readonly SoldAggregate[],
  rows: readonly ColumnsRow[],
  absent: ReadonlySet<string>,
): Promise<AssignedMembers[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const aggregates = sold.map(({ id, schedule }) => {
    const row = byId.get(id);
    if (!row) throw new Error(`aggregate ${id} is gone`);
    checkSchedule(row, schedule);
    return assignedMembers(id, row.member_columns, schedule, absent);
  });
  return aggregates.filter(({ flexOfferIds }) => flexOfferIds.length > 0);
}

/** Ids of members that no longer stand for sale; whoever leaves an open aggregate has it asked back. */
async function absentMembers(
  transaction: Transaction,
  sold: readonly SoldAggregate[],
): Promise<ReadonlySet<string>> {
  if (sold.length === 0) return new Set();
  const rows = await transaction.query<{ id: string }>(
    `SELECT id FROM fman.flexoffer WHERE aggregate_id = ANY($1) AND state <> 'accepted'`,
    [sold.map(({ id }) => id)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** @throws Error when the aggregate cannot follow the schedule: the market sold what was not for sale */
function checkSchedule({ id, offer }: ColumnsRow, schedule: Schedule): void {
  const faults = scheduleFaults(offer, schedule);
  if (faults.length === 0) return;
  const reasons = faults.map(({ path, message }) => `${path} ${message}`).join('; ');
  throw new Error(`aggregate ${id} cannot follow the schedule with which it traded: ${reasons}`);
}

function partsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );
}
