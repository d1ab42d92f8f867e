import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '#directory';
import { Database } from '#persistence';
import { inChunks } from './in-chunks.js';
import { Intake } from './intake.js';
import type { IntakeOutcome } from './intake-outcome.js';
import type { PostedItem } from './posted-item.js';
import { PostedOfferReader } from './posted-offer-reader.js';

/** Offers that are stored in one transaction. */
const CHUNK = 500;

/** Takes posted batches of any length, a chunk at a time. A batch that breaks off can be sent again. */
@Injectable()
export class Posting {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PostedOfferReader) private readonly reader: PostedOfferReader,
    @Inject(Intake) private readonly intake: Intake,
  ) {}

  /** One outcome per item, in their order. */
  async post(items: AsyncIterable<PostedItem>, sender: Principal): Promise<IntakeOutcome[]> {
    const outcomes: IntakeOutcome[] = [];
    for await (const chunk of inChunks(items, CHUNK))
      outcomes.push(...(await this.take(chunk, sender, outcomes.length)));
    return outcomes;
  }

  private async take(
    items: readonly PostedItem[],
    sender: Principal,
    first: number,
  ): Promise<IntakeOutcome[]> {
    const results = await Promise.all(
      items.map((item, index) => this.reader.read(item, sender, { path: `flexOffer[${first + index}]` })),
    );
    const read = results.flatMap((result) => (result.ok ? [result.value] : []));
    const taken = await this.database.transaction((transaction) => this.intake.take(transaction, read));
    const inOrder = taken.values();
    return results.map((result): IntakeOutcome => {
      if (!result.ok) return { kind: 'refused', faults: result.faults };
      const { value } = inOrder.next();
      if (value === undefined) throw new Error('the intake left an offer without an outcome');
      return value;
    });
  }
}
