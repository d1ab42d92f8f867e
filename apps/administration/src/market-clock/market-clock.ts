import { Inject, Injectable } from '@nestjs/common';
import { Clock, SimulatedClock, pause } from '#clock';
import { DueWork } from '#due-work';
import type { Instant } from '#flexoffer';
import type { ServiceName } from '#messages';
import { Outbox, allMessagesHandled, consumers } from '#messaging';
import { Database } from '#persistence';

/** Most moves are done at once; one that takes long is not held up by being asked. */
const FIRST_LOOK_MILLISECONDS = 2;
const LONGEST_PAUSE_MILLISECONDS = 64;

/**
 * Moves simulated time. It stops at every instant at which something is due, in any service, and goes on only
 * when nobody has anything left to do, so a simulated day has the same outcome every time.
 *
 * ```
 * now          due: fman        due: fmar                 wanted
 * |------------|----------------|-------------------------|
 *              tell fman, wait  tell fmar, wait           tell all, wait, answer
 * ```
 */
@Injectable()
export class MarketClock {
  private moving: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** The simulated clock; undefined when the platform runs in real time. */
  get simulated(): SimulatedClock | undefined {
    return this.clock instanceof SimulatedClock ? this.clock : undefined;
  }

  /** Moves to `instant` and resolves when all work due by then is done. Moves wait for one another. */
  moveTo(clock: SimulatedClock, instant: Instant): Promise<void> {
    const move = this.moving.then(
      () => this.move(clock, instant),
      () => this.move(clock, instant),
    );
    this.moving = move;
    return move;
  }

  private async move(clock: SimulatedClock, instant: Instant): Promise<void> {
    await this.untilQuiet();
    for (
      let next = await this.dueWork.next();
      next && next.dueAt <= instant;
      next = await this.dueWork.next()
    )
      await this.announce(clock, Math.max(next.dueAt, clock.now()), next.services);
    await this.announce(clock, instant, await consumers(this.database));
  }

  private async announce(
    clock: SimulatedClock,
    now: Instant,
    services: readonly ServiceName[],
  ): Promise<void> {
    clock.moveTo(now);
    await this.database.transaction(async (transaction) => {
      for (const service of services) await this.outbox.announceTime(transaction, service, now);
    });
    await this.untilQuiet();
  }

  private async untilQuiet(): Promise<void> {
    let milliseconds = FIRST_LOOK_MILLISECONDS;
    while (!(await allMessagesHandled(this.database))) {
      await pause(milliseconds);
      milliseconds = Math.min(LONGEST_PAUSE_MILLISECONDS, milliseconds * 1.25);
    }
  }
}
