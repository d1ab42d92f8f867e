import { repeat, SimulatedClock, type Clock } from '#clock';
import type { ServiceName, Topic } from '#messages';
import type { Database, Transaction } from '#persistence';
import { EventPattern, Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { Inbox, type ReceivedMessage } from './inbox.js';
import { MessageContext } from './message-context.js';
import { CLOCK_MOVED } from './outbox.js';
import { openWorker, type QueueConnection, type WakeUpWorker } from './queue-backend.js';
import { forgetHandled } from './retention.js';
import { queueName, type WakeUps } from './wake-ups.js';

const transportIdOf = (service: ServiceName): symbol => Symbol.for(`atp.${service}`);

const eventPattern: (topic: string, transport: symbol) => MethodDecorator = EventPattern;

/** Marks a controller's method as the handler of `topic` in `service`: `(payload, context: MessageContext)`. */
export const OnMessage = (service: ServiceName, topic: Topic): MethodDecorator =>
  eventPattern(topic, transportIdOf(service));

export interface TransportOptions {
  readonly service: ServiceName;
  readonly database: Database;
  readonly clock: Clock;
  readonly queue: QueueConnection;
  readonly wakeUps: WakeUps;
  /** Does everything of this service that is due by market time. */
  readonly doDueWork: (service: ServiceName) => Promise<void>;
}

/** How often a service looks into its inbox and at its due work without having been woken. */
const LOOK_MILLISECONDS = 1000;
/** How often it deletes messages that were handled long ago. */
const FORGET_MILLISECONDS = 60 * 60 * 1000;

/** Nest's microservice transport over the durable messages, one for each service of the process. */
export class DurableTransport extends Server implements CustomTransportStrategy {
  override readonly transportId: symbol;
  override readonly propagatesEventHandlerErrors = true;
  private readonly stopping = new AbortController();
  private readonly inbox: Inbox;
  private worker: WakeUpWorker | undefined;
  private looking: Promise<void> = Promise.resolve();
  private forgetting: Promise<void> = Promise.resolve();
  private draining: Promise<void> = Promise.resolve();
  private nextDrain: Promise<void> | undefined;

  constructor(private readonly options: TransportOptions) {
    super();
    this.transportId = transportIdOf(options.service);
    this.inbox = new Inbox(options.database, options.service, (message, transaction) =>
      this.dispatch(message, transaction),
    );
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    const { database, queue, service, wakeUps } = this.options;
    try {
      await database.query('INSERT INTO messaging.consumer VALUES ($1) ON CONFLICT DO NOTHING', [service]);
      this.worker = openWorker(queue, queueName(service), () => this.drain());
      this.worker.on('error', (error) => void this.logger.warn({ service, error: error.message }));
      await this.worker.waitUntilReady();
      wakeUps.runsHere(service, () => void this.attempt(() => this.drain()));
      this.looking = repeat(LOOK_MILLISECONDS, this.stopping.signal, () => this.look());
      this.forgetting = repeat(FORGET_MILLISECONDS, this.stopping.signal, () =>
        this.attempt(() => forgetHandled(database, service)),
      );
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.looking, this.forgetting, this.draining, this.worker?.close()]);
  }

  on(): never {
    throw new Error('the durable transport has no events');
  }

  unwrap<T>(): T {
    throw new Error('the durable transport wraps no client');
  }

  private look(): Promise<void> {
    return this.attempt(async () => {
      await this.drain();
      if (!this.options.clock.simulated) await this.options.doDueWork(this.options.service);
    });
  }

  /** What fails is tried again at the next look. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ service: this.options.service, error: String(error) });
    }
  }

  /** One drain at a time; all rings during a drain lead to one more after it. */
  private drain(): Promise<void> {
    if (this.nextDrain) return this.nextDrain;
    this.nextDrain = this.drainAfter(this.draining);
    this.draining = this.nextDrain;
    return this.nextDrain;
  }

  private async drainAfter(running: Promise<void>): Promise<void> {
    await Promise.allSettled([running]);
    this.nextDrain = undefined;
    await this.inbox.drain(this.stopping.signal);
  }

  private async dispatch(message: ReceivedMessage, transaction: Transaction): Promise<void> {
    const { clock, doDueWork, service } = this.options;
    if (clock instanceof SimulatedClock) clock.moveTo(message.sentAt);
    if (message.topic === CLOCK_MOVED) return doDueWork(service);
    const handler = this.getHandlerByPattern(message.topic);
    if (!handler) throw new Error(`${service} has no handler for ${message.topic}`);
    const result: unknown = await handler(message.payload, new MessageContext(message, transaction));
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  }
}
