import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Directory, Participant } from '#directory';
import { Database } from '#persistence';
import { TokenIssuer } from './token-issuer.js';

/** The participant to which `ATP_ADMIN_TOKEN` belongs. */
const ADMINISTRATOR = 'administrator';

/** Lets the first administrator in: somebody must be able to register everybody else. */
@Injectable()
export class FirstAdministrator implements OnModuleInit {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Database) private readonly database: Database,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
  ) {}

  async onModuleInit(): Promise<void> {
    const { adminToken } = this.configuration;
    if (adminToken === undefined) return;
    await this.database.transaction(async (transaction) => {
      await transaction.manager.upsert(
        Participant,
        {
          id: ADMINISTRATOR,
          name: 'First administrator',
          role: 'admin',
          gridNode: null,
          contractId: null,
          signConvention: 'consumption-positive',
        },
        ['id'],
      );
      await this.issuer.issue(transaction, { participantId: ADMINISTRATOR }, adminToken);
      await this.directory.announceChange(transaction);
    });
  }
}
