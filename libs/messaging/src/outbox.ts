import { type Clock } from '#clock';
import type { Instant } from '#flexoffer';
import { DESTINATION, type ServiceName, type Topic, type Topics } from '#messages';
import { currentTrace } from '#observability';
import type { Transaction } from '#persistence';
import type { WakeUps } from './wake-ups.js';

/** Told to a service when simulated time has moved and it has work due. */
export const CLOCK_MOVED = 'clock.moved';

export interface TracedMessage<T extends Topic> {
  /** Of the request that it is about. */
  readonly trace: string;
  readonly payload: Topics[T];
}

/** Where messages leave: each is written in the sender's transaction, so it exists exactly if its cause does. */
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly wakeUps: WakeUps,
  ) {}

  /** @param trace of the request that this is about, where it is not the running one */
  async publish<T extends Topic>(
    transaction: Transaction,
    topic: T,
    payload: Topics[T],
    trace = currentTrace(),
  ): Promise<void> {
    await this.write(transaction, topic, DESTINATION[topic], payload, trace, this.clock.now());
  }

  /** Several of one topic, in their order, for the price of one. */
  async publishEach<T extends Topic>(
    transaction: Transaction,
    topic: T,
    messages: readonly TracedMessage<T>[],
  ): Promise<void> {
    if (messages.length === 0) return;
    const destination = DESTINATION[topic];
    await transaction.query(
      `INSERT INTO messaging.message (topic, destination, trace, sent_at, payload)
       SELECT $1, $2, trace, $3, payload FROM ROWS FROM (
         json_to_recordset($4::json) AS (trace text, payload json)
       ) WITH ORDINALITY AS given (trace, payload, place) ORDER BY place`,
      [topic, destination, new Date(this.clock.now()), JSON.stringify(messages)],
    );
    transaction.afterCommit(() => this.wakeUps.wake(destination));
  }

  /** Tells `service` that market time is now `now`. */
  async announceTime(transaction: Transaction, service: ServiceName, now: Instant): Promise<void> {
    await this.write(transaction, CLOCK_MOVED, service, {}, currentTrace(), now);
  }

  private async write(
    transaction: Transaction,
    topic: string,
    destination: ServiceName,
    payload: object,
    trace: string,
    sentAt: Instant,
  ): Promise<void> {
    await transaction.query(
      `INSERT INTO messaging.message (topic, destination, trace, sent_at, payload)
       VALUES ($1, $2, $3, $4, $5)`,
      [topic, destination, trace, new Date(sentAt), JSON.stringify(payload)],
    );
    transaction.afterCommit(() => this.wakeUps.wake(destination));
  }
}
