import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, elapsedSeconds } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Directory } from '#directory';
import { DueWork } from '#due-work';
import type { Instant, IntervalIndex } from '#flexoffer';
import { derivedId } from '#identifiers';
import { gateSeconds } from '#observability';
import type { Transaction } from '#persistence';
import { plainClearing, type ClearingProblem, type FoundClearing } from '#scheduling';
import { ClearingThread } from '../clearing/clearing-thread.js';
import { decideClearing, nothingCleared, type ClearingDecision } from '../clearing/decide-clearing.js';
import { CapacityReleases } from '../releases/capacity-releases.js';
import { ClearingRecord } from './clearing.entity.js';
import { clearingProblem } from './clearing-problem.js';
import { gateOutcome } from './gate-outcome.js';
import { GateResults } from './gate-results.js';
import { committedChanges } from './gate-store.js';
import { firstOpenInterval, gateIdOf, lastGateAt, nextGateAfter } from './gate-time.js';
import { readOpenBook, type OpenBook } from './open-book.js';
import { bookAtGate } from './tradable-orders.js';

const KIND = 'close gate';

/** Who trades, and what is kept of the decision once its bound is known. */
interface GateClearing {
  readonly found: FoundClearing;
  readonly record: Promise<ClearingRecord>;
}

/** Closes the market at every gate: decides who trades, in one transaction with everything that follows from it. */
@Injectable()
export class GateClosing implements OnModuleInit {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(DueWork) private readonly dueWork: DueWork,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(GateResults) private readonly results: GateResults,
    @Inject(CapacityReleases) private readonly limits: CapacityReleases,
    @Inject(ClearingThread) private readonly thread: ClearingThread,
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
    const clearing = isEmpty ? undefined : await this.clear(transaction, tradable, firstInterval, gate);
    const outcome = gateOutcome(
      tradable,
      clearing?.found ?? nothingCleared({ buyOrders: [] }),
      gate,
      currency,
    );
    const record = clearing?.record;
    await this.results.store(transaction, { gate, firstInterval, book, outcome, record });
    transaction.afterCommit(() => gateSeconds.observe(elapsedSeconds() - start));
  }

  private async clear(
    transaction: Transaction,
    book: OpenBook,
    firstInterval: IntervalIndex,
    gate: Instant,
  ): Promise<GateClearing> {
    const gridNodes = await this.directory.gridNodes();
    const committed = await committedChanges(transaction, firstInterval);
    const { pricing } = this.configuration.market;
    const input = clearingProblem(book, firstInterval, gridNodes, committed, pricing);
    const { found, decision } = await decideClearing(input, {
      search: (problem) => this.thread.search(problem),
      plain: plainClearing,
    });
    return { found, record: decision.then((decided) => this.recordOf(gate, input, decided)) };
  }

  private recordOf(
    gate: Instant,
    input: ClearingProblem,
    { method, result, reason, steps }: ClearingDecision,
  ): ClearingRecord {
    const gateId = gateIdOf(gate);
    const { currency } = this.configuration.market;
    const id = derivedId('cl', gateId);
    return { id, gateId, input, result, method, reason: reason ?? null, steps: steps ?? null, currency };
  }
}
