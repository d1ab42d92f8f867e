import { type Clock } from '#clock';
import type { Instant } from '#flexoffer';
import { DESTINATION, type ServiceName, type Topic, type Topics } from '#messages';
import { currentTrace } from '#observability';
import type { Transaction } from '#persistence';
import type { WakeUps } from './wake-ups.js';

/** Told to a service when simulated time has moved and it has work due. */
export const CLOCK_MOVED = 'clock.moved';

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
