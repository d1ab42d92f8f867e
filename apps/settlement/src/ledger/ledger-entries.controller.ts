import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access, Sender, type Principal } from '#directory';
import { readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { badRequest, notFound } from '#problem-details';
import { formatMicro } from '#settlement';
import { Run } from '../runs/run.entity.js';
import { ledgerStatement, type StatementEntry } from './ledger-statement.js';

class LedgerEntryAnswer {
  @ApiProperty()
  reportId!: string;

  @ApiProperty({ description: 'Numbers the entries of a report from 0' })
  entry!: number;

  @ApiProperty({ description: 'Names the payment; its entries, over all parties, sum to 0' })
  payment!: string;

  @ApiProperty({ enum: ['energy', 'transfer', 'penalty', 'reward', 'tax'] })
  kind!: string;

  @ApiProperty({ type: String, nullable: true })
  tradeId!: string | null;

  @ApiProperty()
  party!: string;

  @ApiProperty({ description: 'Received, or below 0 paid; a decimal string', example: '-12.340000' })
  amount!: string;

  @ApiProperty()
  currency!: string;
}

@ApiTags('Ledger')
@Controller('settlement/v1/ledger-entries')
export class LedgerEntriesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @Access('prosumer', 'dso', 'aggregator', 'brp', 'auditor', 'admin')
  @ApiOperation({ summary: "A run's payments, of all parties or of one; buyers and prosumers see their own" })
  @ApiOkResponse({ type: [LedgerEntryAnswer] })
  async list(
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('runId') runId?: string,
    @Query('party') party?: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly LedgerEntryAnswer[]> {
    const page = readPage(limit, cursor);
    const after = placeOf(page.after);
    if (runId === undefined) throw badRequest([{ path: 'runId', message: 'is missing' }]);
    const known = await this.database.dataSource.getRepository(Run).existsBy({ runId });
    if (!known) throw notFound(`run ${runId}`);
    const seesOwn = sender.role === 'prosumer' || sender.role === 'dso';
    if (seesOwn && party !== undefined && party !== sender.participant.id) return [];
    const whose = seesOwn ? sender.participant.id : party;
    const question = {
      runId,
      limit: page.limit + 1,
      ...(whose === undefined ? {} : { party: whose }),
      ...after,
    };
    const rows = await ledgerStatement(this.database, question);
    return sendPage(reply, page, rows, keyOf).map(({ amountMicro, ...row }) => ({
      ...row,
      amount: formatMicro(amountMicro),
      currency: this.configuration.market.currency,
    }));
  }
}

function keyOf({ reportId, entry }: StatementEntry): string {
  return `${reportId} ${entry}`;
}

function placeOf(cursor: string | undefined): {
  readonly after?: Pick<StatementEntry, 'reportId' | 'entry'>;
} {
  if (cursor === undefined) return {};
  const match = /^(\S+) (\d{1,9})$/.exec(cursor);
  const [, reportId, entry] = match ?? [];
  if (reportId === undefined) throw badRequest([{ path: 'cursor', message: 'is not one of this list' }]);
  return { after: { reportId, entry: Number(entry) } };
}
