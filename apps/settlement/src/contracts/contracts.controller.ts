import { Body, Controller, Get, Inject, Param, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '#directory';
import { formatInstant } from '#flexoffer';
import { readPage, sendPage } from '#paging';
import { badRequest, notFound } from '#problem-details';
import { SchemaPipe } from '#validation';
import { openApiSchema } from '#validation';
import type { ContractVersionRow } from './contract-version.entity.js';
import { ContractBody } from './contract.schema.js';
import { Contracts } from './contracts.js';

type ContractAnswer = ContractBody & {
  readonly id: string;
  readonly version: number;
  readonly knownAt: string;
};

@ApiTags('Contracts')
@Controller('settlement/v1/contracts')
export class ContractsController {
  constructor(@Inject(Contracts) private readonly contracts: Contracts) {}

  @Put(':id')
  @Access('admin')
  @ApiOperation({ summary: 'Register a contract, or a new version of it' })
  @ApiBody({ schema: openApiSchema(ContractBody) })
  async put(
    @Param('id') id: string,
    @Body(new SchemaPipe(ContractBody)) body: ContractBody,
  ): Promise<ContractAnswer> {
    if (!/^[A-Za-z0-9._-]{1,64}$/.test(id))
      throw badRequest([
        { path: 'id', message: 'must be 1 to 64 letters, digits, dots, dashes or underscores' },
      ]);
    return answerOf(await this.contracts.put(id, body));
  }

  @Get(':id')
  @Access('brp', 'auditor', 'admin')
  @ApiOperation({ summary: 'A contract in its latest version' })
  async get(@Param('id') id: string): Promise<ContractAnswer> {
    const row = await this.contracts.latest(id);
    if (!row) throw notFound(`contract ${id}`);
    return answerOf(row);
  }

  @Get()
  @Access('brp', 'auditor', 'admin')
  @ApiOperation({ summary: 'All contracts in their latest versions, by id' })
  async list(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly ContractAnswer[]> {
    const page = readPage(limit, cursor);
    const rows = await this.contracts.list(page.after, page.limit + 1);
    return sendPage(reply, page, rows, ({ contractId }) => contractId).map(answerOf);
  }
}

function answerOf({ contractId, version, content, knownAt }: ContractVersionRow): ContractAnswer {
  return { id: contractId, version, knownAt: formatInstant(knownAt), ...content };
}
