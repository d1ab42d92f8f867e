import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import type { Instant, MicroPerKwh } from '#flexoffer';
import type { ContractsAgreed } from '#messages';
import type { Transaction } from '#persistence';
import { contractInForce, type ContractPeriod } from '#settlement';
import { KnownContract } from './known-contract.entity.js';

/** Participants who have delegated their trading: their contracts, not their FlexOffers, say what moves cost. */
@Injectable()
export class Delegation {
  /** Keeps what participants have agreed on; a version that is known already changes nothing. */
  async keep(transaction: Transaction, { contracts }: ContractsAgreed): Promise<void> {
    const rows = contracts.map(({ validTo = null, rewardPerKwh = null, ...contract }) => {
      return { ...contract, validTo, rewardPerKwh };
    });
    await transaction.manager
      .createQueryBuilder()
      .insert()
      .into(KnownContract)
      .values(rows)
      .orIgnore()
      .execute();
  }

  /** What a kilowatt-hour earns those of the participants who have delegated their trading at an instant. */
  async rewards(
    transaction: Transaction,
    participantIds: ReadonlySet<string>,
    at: Instant,
  ): Promise<ReadonlyMap<string, MicroPerKwh>> {
    const rows = await transaction.manager.findBy(KnownContract, { participantId: Any([...participantIds]) });
    const versionsOf = new Map<string, KnownVersion[]>();
    for (const row of rows) {
      const versions = versionsOf.get(row.participantId) ?? [];
      versionsOf.set(row.participantId, versions);
      versions.push(knownVersion(row));
    }
    const rewards = new Map<string, MicroPerKwh>();
    for (const [participantId, versions] of versionsOf) {
      const reward = contractInForce(versions, at)?.rewardPerKwh ?? undefined;
      if (reward !== undefined) rewards.set(participantId, reward);
    }
    return rewards;
  }
}

interface KnownVersion extends ContractPeriod {
  readonly rewardPerKwh: MicroPerKwh | null;
}

function knownVersion({
  contractId,
  version,
  validFrom,
  validTo,
  rewardPerKwh,
}: KnownContract): KnownVersion {
  const period = { id: contractId, version, validFrom, ...(validTo === null ? {} : { validTo }) };
  return { ...period, rewardPerKwh };
}
