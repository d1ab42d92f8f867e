import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Sender, type Principal } from '#directory';
import { readPage, readRange, sendPage } from '#paging';
import { Database } from '#persistence';
import { ReplanAnswer, replanAnswer } from './replan-answer.js';
import { ReplanListQuery } from './replan-list.query.js';
import { selectReplanMembers, selectReplans } from './select-replans.js';

@ApiTags('Re-planning')
@Access('prosumer', 'aggregator', 'brp', 'dso', 'auditor', 'admin')
@Controller('fman/v1/replans')
export class ReplansController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @ApiOperation({
    summary: 'What was re-planned after it had been traded, and why; oldest first, to everybody its own part',
  })
  @ApiOkResponse({ type: [ReplanAnswer] })
  async list(
    @Query() query: ReplanListQuery,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly ReplanAnswer[]> {
    const page = readPage(query.limit, query.cursor);
    const range = readRange(query.from, query.to);
    const rows = await selectReplans(this.database, sender, { flexOfferId: query.flexOfferId, range, page });
    const shown = sendPage(reply, page, rows, ({ at, id }) => `${at} ${id}`);
    const ids = shown.map(({ id }) => id);
    const members = await selectReplanMembers(this.database, sender, ids);
    return shown.map((replan) => {
      const own = members.filter(({ replanId }) => replanId === replan.id);
      return replanAnswer(replan, own, sender);
    });
  }
}
