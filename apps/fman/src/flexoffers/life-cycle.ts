import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#clock';
import { LIFE_CYCLE_TABLE, lifeCycleFaults, mayMove, type FlexOfferState, type Schedule } from '#flexoffer';
import { Outbox } from '#messaging';
import { currentTrace } from '#observability';
import type { Transaction } from '#persistence';
import { ProvidedFlexibility } from '../delegation/provided-flexibility.js';
import { lastEndOf, type FlexOfferContent } from './flex-offer-content.js';

/** An offer that has just come in, and what is to be said about it. */
export interface Arrival {
  readonly content: FlexOfferContent;
  readonly contentHash: string;
  readonly verdict: 'accepted' | 'rejected';
  readonly reason?: string;
  /** Of the request that brought it. */
  readonly trace: string;
}

export interface Move {
  readonly id: string;
  readonly from: FlexOfferState;
  readonly to: FlexOfferState;
  readonly reason?: string;
  /** Of the request that moves it, where it is not the running one. */
  readonly trace?: string;
  /** What it shall do from now on, where it is assigned. */
  readonly assignment?: { readonly schedule: Schedule; readonly scheduleId: string };
}

interface Step {
  readonly id: string;
  readonly state: FlexOfferState;
  readonly reason?: string | undefined;
  readonly trace?: string | undefined;
}

interface MovedRow {
  readonly id: string;
  readonly device_id: string | null;
  readonly flexibility_id: string | null;
  readonly state: FlexOfferState;
  readonly state_reason: string | null;
}

const INSERT = `
  INSERT INTO fman.flexoffer (id, offer, content_hash, state, offered_by_id, device_id, flexibility_id, grid_node,
    start_after, start_before, last_end, assignment_before, trace)
  SELECT id, offer, content_hash, 'offered', offered_by_id, device_id, flexibility_id, grid_node,
    start_after, start_before, last_end, assignment_before, trace
  FROM jsonb_to_recordset($1::jsonb) AS arrival (id text, offer jsonb, content_hash text, offered_by_id text,
    device_id text, flexibility_id text, grid_node text, start_after integer, start_before integer,
    last_end integer, assignment_before timestamptz, trace text)
  ON CONFLICT (id) DO NOTHING RETURNING id`;

/** One update for each row, schedule included: rows are wide, and every update writes them anew. */
const UPDATE = `
  UPDATE fman.flexoffer SET state = move."to", state_reason = move.reason,
    schedule = coalesce(move.schedule, flexoffer.schedule),
    schedule_id = coalesce(move.schedule_id, flexoffer.schedule_id),
    last_end = coalesce(move.last_end, flexoffer.last_end)
  FROM jsonb_to_recordset($1::jsonb) AS move (id text, "from" text, "to" text, reason text, schedule jsonb,
    schedule_id text, last_end integer)
  WHERE flexoffer.id = move.id AND flexoffer.state = move."from"
  RETURNING flexoffer.id, device_id, flexibility_id, state, state_reason`;

const RECORD = `
  INSERT INTO fman.flexoffer_history (flexoffer_id, number, state, reason, at, trace)
  SELECT step.id, 1 + (SELECT coalesce(max(number), 0) FROM fman.flexoffer_history WHERE flexoffer_id = step.id),
    step.state, step.reason, $2, coalesce(step.trace, $3)
  FROM jsonb_to_recordset($1::jsonb) AS step (id text, state text, reason text, trace text)`;

/** The only place in which an offer gets its state. Each step is kept in its history and told to the FOA. */
@Injectable()
export class LifeCycle implements OnModuleInit {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(ProvidedFlexibility) private readonly provided: ProvidedFlexibility,
  ) {}

  /** A table with a dead end would leave offers waiting for ever: better not to start. */
  onModuleInit(): void {
    const faults = lifeCycleFaults(LIFE_CYCLE_TABLE);
    if (faults.length > 0)
      throw new Error(
        `the life cycle of a FlexOffer is wrong: ${faults.map(({ message }) => message).join('; ')}`,
      );
  }

  /** Stores new offers with their verdicts. Returns the ids that were new; of the others nothing is changed. */
  async enter(transaction: Transaction, arrivals: readonly Arrival[]): Promise<ReadonlySet<string>> {
    if (arrivals.length === 0) return new Set();
    const sorted = arrivals.toSorted((a, b) => (a.content.id < b.content.id ? -1 : 1));
    const rows = await transaction.query<{ id: string }>(INSERT, [JSON.stringify(sorted.map(rowOf))]);
    const fresh = new Set(rows.map(({ id }) => id));
    const stored = sorted.filter(({ content }) => fresh.has(content.id));
    await this.record(
      transaction,
      stored.map(({ content: { id }, trace }) => ({ id, state: 'offered', trace })),
    );
    await this.move(
      transaction,
      stored.map(({ content: { id }, verdict, reason, trace }) => ({
        id,
        from: 'offered',
        to: verdict,
        trace,
        ...(reason === undefined ? {} : { reason }),
      })),
    );
    return fresh;
  }

  /**
   * Moves offers on. The caller holds their rows' locks and has looked whether they may move.
   *
   * @throws Error for a move that the life cycle does not have, or from a state that is not the offer's
   */
  async move(transaction: Transaction, moves: readonly Move[]): Promise<void> {
    if (moves.length === 0) return;
    for (const { id, from, to } of moves)
      if (!mayMove(from, to)) throw new Error(`FlexOffer ${id} cannot go from ${from} to ${to}`);
    const moved = await transaction.query<MovedRow>(UPDATE, [JSON.stringify(moves.map(columnsOf))]);
    if (moved.length !== moves.length)
      throw new Error(
        `${moves.length - moved.length} of ${moves.length} FlexOffers are not in the state they should leave`,
      );
    await this.record(
      transaction,
      moves.map(({ id, to, reason, trace }) => ({ id, reason, trace, state: to })),
    );
    await this.tell(transaction, moved);
    await this.provided.tell(
      transaction,
      moves.filter(hasProvided).map(({ id }) => id),
    );
  }

  /** Keeps something in an offer's history that does not move it. */
  async note(transaction: Transaction, id: string, state: FlexOfferState, reason: string): Promise<void> {
    await this.record(transaction, [{ id, state, reason }]);
  }

  private async record(transaction: Transaction, steps: readonly Step[]): Promise<void> {
    await transaction.query(RECORD, [JSON.stringify(steps), new Date(this.clock.now()), currentTrace()]);
  }

  /** Offers that no device stands behind came over HTTP; their owners look for themselves. */
  private async tell(transaction: Transaction, moved: readonly MovedRow[]): Promise<void> {
    const at = this.clock.now();
    const changes = moved
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ id, device_id, flexibility_id, state, state_reason }) =>
        device_id === null
          ? []
          : {
              id,
              deviceId: device_id,
              ...(flexibility_id === null ? {} : { flexibilityId: flexibility_id }),
              state,
              ...(state_reason === null ? {} : { reason: state_reason }),
              at,
            },
      );
    if (changes.length > 0) await this.outbox.publish(transaction, 'flexoffers.changed', { changes });
  }
}

/** Its owner stood by it to the end: it was carried out, or nobody bought it. */
function hasProvided({ from, to }: Move): boolean {
  return to === 'executed' || (from === 'accepted' && to === 'rejected');
}

function columnsOf({ id, from, to, reason, assignment }: Move): object {
  if (assignment === undefined) return { id, from, to, reason };
  const { schedule, scheduleId } = assignment;
  const last_end = schedule.start + schedule.energiesWh.length;
  return { id, from, to, reason, schedule, schedule_id: scheduleId, last_end };
}

function rowOf({ content, contentHash, trace }: Arrival): object {
  return {
    id: content.id,
    offer: content,
    content_hash: contentHash,
    offered_by_id: content.offeredById,
    device_id: content.deviceId,
    flexibility_id: content.flexibilityId,
    grid_node: content.gridNode,
    start_after: content.startAfter,
    start_before: content.startBefore,
    last_end: lastEndOf(content),
    assignment_before: new Date(content.assignmentBefore).toISOString(),
    trace,
  };
}
