import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { acceptanceFaults, type FlexOfferState, type Instant } from '#flexoffer';
import type { Transaction } from '#persistence';
import { contentHashOf, contentOf, storageFaults } from '../flexoffers/flex-offer-content.js';
import { LifeCycle, type Arrival } from '../flexoffers/life-cycle.js';
import { inWords, type IntakeOutcome } from './intake-outcome.js';
import { saysTheSame, type OfferedFlexOffer } from './offered-flex-offer.js';

interface KnownOffer {
  readonly id: string;
  readonly contentHash: string;
  readonly state: FlexOfferState;
  readonly stateReason: string | null;
  readonly creation: Instant;
}

/** Takes offers in: each is accepted or rejected at once, with reasons, and no offer is taken twice. */
@Injectable()
export class Intake {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LifeCycle) private readonly lifeCycle: LifeCycle,
  ) {}

  /** One outcome per offer, in their order. */
  async take(transaction: Transaction, offered: readonly OfferedFlexOffer[]): Promise<IntakeOutcome[]> {
    const storable = offered.filter(({ offer }) => storageFaults(offer).length === 0);
    const ids = [...new Set(storable.map(({ offer }) => offer.id))];
    const before = await this.known(transaction, ids);
    await this.lifeCycle.enter(
      transaction,
      this.arrivals(storable.filter(({ offer }) => !before.has(offer.id))),
    );
    const after = await this.known(transaction, ids);
    return offered.map((each) => outcomeOf(each, after));
  }

  /** The first of each id; whether later ones say the same shows in their outcomes. */
  private arrivals(offered: readonly OfferedFlexOffer[]): Arrival[] {
    const now = this.clock.now();
    const firsts = new Map(offered.toReversed().map((each) => [each.offer.id, each]));
    return [...firsts.values()].map(({ offer, trace }) => {
      const content = contentOf(offer);
      const faults = acceptanceFaults({ ...content, state: 'offered' }, { now });
      const verdict = faults.length === 0 ? { verdict: 'accepted' as const } : rejection(inWords(faults));
      return { content, contentHash: contentHashOf(content), trace, ...verdict };
    });
  }

  private async known(
    transaction: Transaction,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, KnownOffer>> {
    const rows = await transaction.query<KnownOffer>(
      `SELECT id, content_hash AS "contentHash", state, state_reason AS "stateReason", offer->'creation' AS creation
       FROM fman.flexoffer WHERE id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const rejection = (reason: string): Pick<Arrival, 'verdict' | 'reason'> => ({ verdict: 'rejected', reason });

function outcomeOf(offered: OfferedFlexOffer, known: ReadonlyMap<string, KnownOffer>): IntakeOutcome {
  const faults = storageFaults(offered.offer);
  if (faults.length > 0) return { kind: 'refused', faults };
  const { id } = offered.offer;
  const row = known.get(id);
  if (!row) throw new Error(`FlexOffer ${id} was taken but is not there`);
  if (!saysTheSame(offered, row)) return { kind: 'conflict', id };
  return {
    kind: 'known',
    id,
    state: row.state,
    ...(row.stateReason === null ? {} : { stateReason: row.stateReason }),
  };
}
