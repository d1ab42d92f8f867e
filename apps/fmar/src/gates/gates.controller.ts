import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '#directory';
import { readPage, readRange, sendPage } from '#paging';
import { Database } from '#persistence';
import { GateQuery } from './gate-query.dto.js';
import { Gate } from './gate.entity.js';
import { gateView } from './gate-view.js';

@ApiTags('Gates')
@Access('admin', 'brp', 'auditor', 'aggregator', 'dso')
@Controller('market/v1/gates')
export class GatesController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: 'Gates as they closed, oldest first unless order=desc' })
  async list(
    @Query() query: GateQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly object[]> {
    const page = readPage(query.limit, query.cursor);
    const latestFirst = query.order === 'desc';
    const gates = this.database.dataSource
      .getRepository(Gate)
      .createQueryBuilder('g')
      .orderBy('g.closedAt', latestFirst ? 'DESC' : 'ASC')
      .take(page.limit + 1);
    const { from, to } = readRange(query.from, query.to);
    if (from !== undefined) gates.andWhere('g.closedAt >= :from', { from: new Date(from) });
    if (to !== undefined) gates.andWhere('g.closedAt < :to', { to: new Date(to) });
    if (/^\d{1,15}$/.test(page.after ?? ''))
      gates.andWhere(`g.closedAt ${latestFirst ? '<' : '>'} :after`, { after: new Date(Number(page.after)) });
    const listed = await gates.getMany();
    return sendPage(reply, page, listed, ({ closedAt }) => String(closedAt)).map(gateView);
  }
}
