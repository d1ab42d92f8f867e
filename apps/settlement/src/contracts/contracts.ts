import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Directory } from '#directory';
import type { Instant } from '#flexoffer';
import { Outbox } from '#messaging';
import { Database, type Transaction } from '#persistence';
import { badRequest, conflict } from '#problem-details';
import { canonicalJson } from '#settlement';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { contractTerms, type ContractVersion } from './contract-terms.js';
import { ContractVersionRow } from './contract-version.entity.js';
import type { ContractBody } from './contract.schema.js';

/** A key for pg_advisory_xact_lock: changes of contracts are numbered one after the other. */
const CONTRACT_LOCK = 7_245_983;

/** The contracts of all participants, with every version that they ever had. */
@Injectable()
export class Contracts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Keeps a contract; the content that it has already changes nothing. @throws Problem 400 or 409 */
  async put(contractId: string, content: ContractBody): Promise<ContractVersionRow> {
    await this.check(content);
    return this.database.transaction(async (transaction) => {
      const { manager } = transaction;
      await manager.query('SELECT pg_advisory_xact_lock($1)', [CONTRACT_LOCK]);
      const latest = await latestOf(manager, contractId);
      if (latest && latest.participantId !== content.participantId)
        throw conflict(`Contract ${contractId} is another participant's.`);
      if (latest && canonicalJson(latest.content) === canonicalJson(content)) return latest;
      const row: ContractVersionRow = {
        contractId,
        version: (latest?.version ?? 0) + 1,
        participantId: content.participantId,
        content,
        knownAt: this.clock.now(),
      };
      await manager.insert(ContractVersionRow, row);
      await this.tell(transaction, row);
      return row;
    });
  }

  latest(contractId: string): Promise<ContractVersionRow | null> {
    return latestOf(this.database.dataSource.manager, contractId);
  }

  /** The latest version of each contract, by id. */
  async list(after: string | undefined, limit: number): Promise<ContractVersionRow[]> {
    return this.database.dataSource
      .getRepository(ContractVersionRow)
      .createQueryBuilder('contract')
      .distinctOn(['contract.contractId'])
      .where('contract.contractId > :after', { after: after ?? '' })
      .orderBy({ 'contract.contractId': 'ASC', 'contract.version': 'DESC' })
      .limit(limit)
      .getMany();
  }

  /** Every version of participants' contracts that was known at `knownAt`, by participant. */
  async versionsOf(
    participantIds: readonly string[],
    knownAt: Instant,
  ): Promise<Map<string, ContractVersion[]>> {
    const rows = await this.database.dataSource.getRepository(ContractVersionRow).find({
      where: { participantId: In([...participantIds]), knownAt: LessThanOrEqual(knownAt) },
      order: { contractId: 'ASC', version: 'ASC' },
    });
    const versions = new Map<string, ContractVersion[]>(participantIds.map((id) => [id, []]));
    for (const { contractId, participantId, version, content } of rows) {
      const terms = contractTerms(content, this.configuration.market);
      if (!terms.ok) throw new Error(`contract ${contractId} version ${version} can no longer be read`);
      versions.get(participantId)?.push({ ...terms.value, id: contractId, version });
    }
    return versions;
  }

  /** The FMAN must know what moves cost where no FlexOffer says it. */
  private async tell(
    transaction: Transaction,
    { contractId, version, content }: ContractVersionRow,
  ): Promise<void> {
    const terms = contractTerms(content, this.configuration.market);
    if (!terms.ok) throw new Error(`contract ${contractId} version ${version} was kept with faults`);
    const { participantId, validFrom, validTo, rewards } = terms.value;
    const contract = {
      contractId,
      version,
      participantId,
      validFrom,
      ...(validTo === undefined ? {} : { validTo }),
      ...(rewards === undefined ? {} : { rewardPerKwh: rewards.activationPerKwh }),
    };
    await this.outbox.publish(transaction, 'contracts.agreed', { contracts: [contract] });
  }

  private async check(content: ContractBody): Promise<void> {
    const terms = contractTerms(content, this.configuration.market);
    const known = await this.directory.participant(content.participantId);
    const faults = [
      ...(terms.ok ? [] : terms.faults),
      ...(known ? [] : [{ path: 'participantId', message: 'is not a known participant' }]),
    ];
    if (faults.length > 0) throw badRequest(faults);
  }
}

function latestOf(manager: EntityManager, contractId: string): Promise<ContractVersionRow | null> {
  return manager.findOne(ContractVersionRow, { where: { contractId }, order: { version: 'DESC' } });
}
