import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '#clock';
import { Directory } from '#directory';
import type { Fault, Result } from '#flexoffer';
import { contentHash, derivedId } from '#identifiers';
import { Outbox } from '#messaging';
import type { Transaction } from '#persistence';
import { checkRequest, requestIdOf } from './check-request.js';
import { readRequest, type BuyRequest } from './read-request.js';
import { RequestRow, type RequestSource } from './request.entity.js';
import { rootNodeOf } from './root-node.js';

/** What became of one item; an item without an id can only be `refused`. */
export interface RequestOutcome {
  readonly requestId: string | undefined;
  /** `conflict`: the id was here before, with another content. `refused` ones are stored only if polled. */
  readonly result: 'taken' | 'repeated' | 'conflict' | 'refused';
  readonly faults: readonly Fault[];
  readonly orderId?: string;
}

export interface Submission {
  readonly participantId: string;
  readonly source: RequestSource;
  readonly items: readonly unknown[];
  readonly trace: string;
}

/** Makes buy orders of flexibility requests, each once. */
@Injectable()
export class RequestIntake {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** One outcome per item, in order. */
  async take(transaction: Transaction, submission: Submission): Promise<readonly RequestOutcome[]> {
    const rootNode = rootNodeOf(await this.directory.gridNodes());
    const context = { now: this.clock.now(), rootNode };
    const known = await this.known(transaction, submission);
    const outcomes: RequestOutcome[] = [];
    const orders: { orderId: string; request: BuyRequest }[] = [];
    for (const item of submission.items) {
      const form = checkRequest(item, submission.source);
      const read = form.ok ? readRequest(form.value, context) : form;
      const outcome = await this.takeOne(transaction, submission, known, item, read);
      outcomes.push(outcome);
      if (outcome.result === 'taken' && read.ok && outcome.orderId !== undefined)
        orders.push({ orderId: outcome.orderId, request: read.value });
    }
    if (orders.length > 0) await this.submit(transaction, submission, orders);
    return outcomes;
  }

  private async takeOne(
    transaction: Transaction,
    submission: Submission,
    known: Map<string, string>,
    item: unknown,
    read: Result<BuyRequest>,
  ): Promise<RequestOutcome> {
    const requestId = requestIdOf(item);
    const faults = read.ok ? [] : read.faults;
    if (requestId === undefined || !isObject(item)) return { requestId, result: 'refused', faults };
    const hash = contentHash(canonicalize(item));
    const stored = known.get(requestId);
    if (stored !== undefined)
      return { requestId, result: stored === hash ? 'repeated' : 'conflict', faults: [] };
    if (!read.ok && submission.source === 'posted') return { requestId, result: 'refused', faults };
    const row = this.rowOf(submission, requestId, item, hash, read);
    await transaction.manager.insert(RequestRow, row);
    known.set(requestId, hash);
    return { requestId, result: read.ok ? 'taken' : 'refused', faults, orderId: row.orderId };
  }

  /**
   * The content hashes of the requests that were here before. Holds off other submissions of the same operator
   * until the transaction ends, so that of two equal requests at once the second finds the first.
   */
  private async known(transaction: Transaction, submission: Submission): Promise<Map<string, string>> {
    const { participantId, items } = submission;
    await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [participantId]);
    const ids = items.map(requestIdOf).filter((id) => id !== undefined);
    const rows = await transaction.query<{ request_id: string; content_hash: string }>(
      `SELECT request_id, content_hash FROM doms_adapter.request
       WHERE participant_id = $1 AND request_id = ANY($2)`,
      [participantId, ids],
    );
    return new Map(rows.map((row) => [row.request_id, row.content_hash]));
  }

  private rowOf(
    { participantId, source, trace }: Submission,
    requestId: string,
    body: object,
    hash: string,
    read: Result<BuyRequest>,
  ): RequestRow {
    const now = this.clock.now();
    const refusal = read.ok ? null : read.faults.map(({ path, message }) => `${path} ${message}`).join('; ');
    return {
      participantId,
      requestId,
      contentHash: hash,
      body,
      source,
      gridNode: read.ok ? read.value.gridNode : null,
      startInterval: read.ok ? read.value.startInterval : null,
      orderId: derivedId('bo', participantId, requestId),
      state: read.ok ? 'open' : 'answered',
      result: read.ok ? null : 'rejected',
      accepted: null,
      reason: refusal,
      receivedAt: now,
      answeredAt: read.ok ? null : now,
      attempts: 0,
      deliveredAt: null,
      deliveryError: null,
      trace,
    };
  }

  private async submit(
    transaction: Transaction,
    { participantId, trace }: Submission,
    requests: readonly { readonly orderId: string; readonly request: BuyRequest }[],
  ): Promise<void> {
    const orders = requests.map(({ orderId, request: { gridNode, intervals } }) => ({
      orderId,
      buyerId: participantId,
      gridNode,
      intervals,
    }));
    await this.outbox.publish(transaction, 'buy-orders.submitted', { orders }, trace);
  }
}

const isObject = (item: unknown): item is object => typeof item === 'object' && item !== null;
