import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, elapsedSeconds } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Directory } from '#directory';
import { DueWork } from '#due-work';
import type { Instant, IntervalIndex } from '#flexoffer';
import { derivedId } from '#identifiers';
import { gateSeconds } from '#observability';
import type { Transaction } from '#persistence';
import { CapacityReleases } from '../releases/capacity-releases.js';
import { ClearingRecord } from './clearing.entity.js';
import { clearingProblem } from './clearing-problem.js';
import { decideClearing, nothingCleared } from './decide-clearing.js';
import { gateOutcome } from './gate-outcome.js';
import { GateResults } from './gate-results.js';
import { committedChanges } from './gate-store.js';
import { firstOpenInterval, gateIdOf, lastGateAt, nextGateAfter } from './gate-time.js';
import { readOpenBook, type OpenBook } from './open-book.js';
import { bookAtGate } from './tradable-orders.js';

const KIND = 'close gate';

/** No gate takes nearly as long. One that does ends with what it has, says so, and raises an alarm. */
const MOST_SECONDS = 20;

/** Closes the market at every gate: decides who trades, in one transaction with everything that follows from it. */
@Injectable()
export class GateClosing implements OnModuleInit {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(GateResults) private readonly results: GateResults,
    @Inject(CapacityReleases) private readonly limits: CapacityReleases,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async onModuleInit(): Promise<void> {
    const { gateIntervalSeconds } = this.configuration.market;
    this.dueWork.handle('fmar', KIND, (transaction, { dueAt }) => this.closeDue(transaction, dueAt));
    await this.dueWork.planIfAbsent('fmar', KIND, '', nextGateAfter(this.clock.now(), gateIntervalSeconds));
  }

  /**
   * Gates that a stopped market missed are not made up for: what they could have traded is past. The last of them
   * closes for all. (A due time that is no gate, because the interval was changed meanwhile, closes nothing.)
   *
   * ```
   * due        missed     missed     missed  now     next
   * |----------|----------|----------|-------|-------|
   *                                  closes
   * ```
   */
  private async closeDue(transaction: Transaction, dueAt: Instant): Promise<void> {
    const { gateIntervalSeconds } = this.configuration.market;
    const now = Math.max(this.clock.now(), dueAt);
    const gate = lastGateAt(now, gateIntervalSeconds);
    if (gate >= dueAt) await this.close(transaction, gate);
    await this.dueWork.plan(transaction, 'fmar', KIND, '', nextGateAfter(now, gateIntervalSeconds));
  }

  private async close(transaction: Transaction, gate: Instant): Promise<void> {
    const start = elapsedSeconds();
    const { currency, gateClosureSeconds } = this.configuration.market;
    const firstInterval = firstOpenInterval(gate, gateClosureSeconds);
    await this.limits.keepLimits(transaction, gate, firstInterval);
    const book = bookAtGate(await readOpenBook(transaction), gate, firstInterval);
    const { tradable } = book;
    const isEmpty = tradable.buyOrders.length === 0 || tradable.sellOrders.length === 0;
    const record = isEmpty ? undefined : await this.clear(transaction, tradable, firstInterval, gate);
    const outcome = gateOutcome(
      tradable,
      record?.result ?? nothingCleared({ buyOrders: [] }),
      gate,
      currency,
    );
    await this.results.store(transaction, { gate, firstInterval, book, outcome, record });
    transaction.afterCommit(() => gateSeconds.observe(elapsedSeconds() - start));
  }

  private async clear(
    transaction: Transaction,
    book: OpenBook,
    firstInterval: IntervalIndex,
    gate: Instant,
  ): Promise<ClearingRecord> {
    const gridNodes = await this.directory.gridNodes();
    const committed = await committedChanges(transaction, firstInterval);
    const input = clearingProblem(
      book,
      firstInterval,
      gridNodes,
      committed,
      this.configuration.market.pricing,
    );
    const started = elapsedSeconds();
    const { method, result, reason, steps } = decideClearing(
      input,
      () => elapsedSeconds() - started > MOST_SECONDS,
    );
    const gateId = gateIdOf(gate);
    return {
      id: derivedId('cl', gateId),
      gateId,
      input,
      result,
      method,
      reason: reason ?? null,
      steps: steps ?? null,
      currency: this.configuration.market.currency,
    };
  }
}
