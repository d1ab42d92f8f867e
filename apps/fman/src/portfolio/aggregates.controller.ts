import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MoreThan } from 'typeorm';
import { Access, Sender, type Principal } from '#directory';
import { readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { badRequest, notFound } from '#problem-details';
import {
  aggregateAnswer,
  aggregateWithMembersAnswer,
  type AggregateAnswer,
  type AggregateWithMembersAnswer,
} from './aggregate-answer.js';
import { StoredAggregate, type AggregateState } from './stored-aggregate.entity.js';

const STATES: readonly AggregateState[] = [
  'live',
  'withdrawing',
  'traded',
  'withdrawn',
  'expired',
  'refused',
];

/** Members are most of an aggregate, and no part of a list. */
const WITHOUT_MEMBERS = {
  ...{
    id: true,
    orderId: true,
    state: true,
    stateReason: true,
    memberCount: true,
    flexibilityRetained: true,
  },
  ...{ publishedAt: true, closedAt: true, offer: true, schedule: true },
} as const;

@ApiTags('Aggregates')
@Access('aggregator', 'brp', 'auditor', 'admin')
@Controller('fman/v1/aggregates')
export class AggregatesController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: 'Every aggregate that is or was for sale, by id' })
  @ApiQuery({ name: 'state', required: false, enum: STATES })
  @ApiQuery({ name: 'limit', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  async list(
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('state') stateName?: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly AggregateAnswer[]> {
    const page = readPage(limit, cursor);
    const state = readState(stateName);
    const rows = await this.database.dataSource.getRepository(StoredAggregate).find({
      select: WITHOUT_MEMBERS,
      where: {
        ...(state === undefined ? {} : { state }),
        ...(page.after === undefined ? {} : { id: MoreThan(page.after) }),
      },
      order: { id: 'ASC' },
      take: page.limit + 1,
    });
    const { signConvention } = sender.participant;
    return sendPage(reply, page, rows, (row) => row.id).map((row) => aggregateAnswer(row, signConvention));
  }

  @Get(':id')
  @ApiOperation({ summary: 'An aggregate with its members and the flexibility retained' })
  async one(@Param('id') id: string, @Sender() sender: Principal): Promise<AggregateWithMembersAnswer> {
    const row = await this.database.dataSource.getRepository(StoredAggregate).findOneBy({ id });
    if (!row) throw notFound(`aggregate ${id}`);
    return aggregateWithMembersAnswer(row, sender.participant.signConvention);
  }
}

function readState(name: string | undefined): AggregateState | undefined {
  if (name === undefined) return undefined;
  const state = STATES.find((each) => each === name);
  if (state === undefined)
    throw badRequest([{ path: 'state', message: `must be one of ${STATES.join(', ')}` }]);
  return state;
}
