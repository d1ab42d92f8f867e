import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access, Sender, type Principal } from '#directory';
import { Database } from '#persistence';
import { badRequest, notFound } from '#problem-details';
import { Run } from '../runs/run.entity.js';
import { ledgerBalances } from './ledger-balances.js';

class BalanceAnswer {
  @ApiProperty()
  party!: string;

  @ApiProperty({ description: 'Received minus paid, a decimal string', example: '-12.340000' })
  amount!: string;

  @ApiProperty()
  currency!: string;
}

@ApiTags('Ledger')
@Controller('settlement/v1/balances')
export class BalancesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Not in pages: only the whole sums to 0. */
  @Get()
  @Access('prosumer', 'dso', 'aggregator', 'brp', 'auditor', 'admin')
  @ApiOperation({ summary: 'What a run makes each party receive or pay; buyers and prosumers see their own' })
  @ApiOkResponse({ type: [BalanceAnswer] })
  async list(@Sender() sender: Principal, @Query('runId') runId?: string): Promise<readonly BalanceAnswer[]> {
    if (runId === undefined) throw badRequest([{ path: 'runId', message: 'is missing' }]);
    const known = await this.database.dataSource.getRepository(Run).existsBy({ runId });
    if (!known) throw notFound(`run ${runId}`);
    const sees = sender.role === 'prosumer' || sender.role === 'dso' ? { party: sender.participant.id } : {};
    const balances = await ledgerBalances(this.database, { runId, ...sees });
    return balances.map((balance) => ({ ...balance, currency: this.configuration.market.currency }));
  }
}
