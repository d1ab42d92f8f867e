import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { repeat } from '#clock';
import { Database, safeInteger } from '#persistence';
import { BehaviorSubject, Subject, concatMap, defer, type Observable } from 'rxjs';
import { readEvents, type NumberedEvent } from './numbered-event.js';

const LOOK_MILLISECONDS = 1000;
const BEAT_MILLISECONDS = 15_000;
const PAGE = 500;

/**
 * The market's events as they become durable, whichever process wrote them. Own writes ring at once; every second
 * it looks by itself, for those of others.
 */
@Injectable()
export class EventFeed implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('EventFeed');
  private readonly stopping = new AbortController();
  private readonly latest = new BehaviorSubject(0);
  private readonly heartbeat = new Subject<void>();
  private running: Promise<unknown> = Promise.resolve();
  private looking: Promise<void> = Promise.resolve();

  constructor(@Inject(Database) private readonly database: Database) {}

  /** A sign of life, now and then; without it proxies cut a silent connection. */
  get beats(): Observable<void> {
    return this.heartbeat;
  }

  async onModuleInit(): Promise<void> {
    await this.look();
    const { signal } = this.stopping;
    this.running = Promise.all([
      repeat(LOOK_MILLISECONDS, signal, () => this.ring()),
      repeat(BEAT_MILLISECONDS, signal, () => Promise.resolve(this.heartbeat.next())),
    ]);
  }

  /** Ends all streams, so that the server can stop. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.latest.complete();
    this.heartbeat.complete();
    await Promise.all([this.running, this.looking]);
  }

  /** Looks for new events; one look at a time, and one after the last ring. */
  ring(): Promise<void> {
    this.looking = this.looking.then(() => this.lookOrWarn());
    return this.looking;
  }

  /** Everything after event `after` (absent: from now on), in order and without gaps. */
  follow(after?: number): Observable<NumberedEvent> {
    return defer(() => {
      let position = after ?? this.latest.value;
      return this.latest.pipe(
        concatMap((upTo) => {
          const from = position;
          position = Math.max(position, upTo);
          return this.between(from, upTo);
        }),
      );
    });
  }

  private async *between(after: number, upTo: number): AsyncGenerator<NumberedEvent> {
    let position = after;
    while (position < upTo) {
      const events = await readEvents(this.database, position, upTo, PAGE);
      yield* events;
      position = events.at(-1)?.seq ?? upTo;
    }
  }

  private async lookOrWarn(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    try {
      await this.look();
    } catch (error) {
      this.logger.warn({ error: String(error) }, 'cannot read events; looking again soon');
    }
  }

  private async look(): Promise<void> {
    const [row] = await this.database.query<{ latest: string | null }>(
      'SELECT max(seq) AS latest FROM fmar.event',
    );
    const latest = safeInteger(row?.latest ?? '0');
    if (latest > this.latest.value) this.latest.next(latest);
  }
}
