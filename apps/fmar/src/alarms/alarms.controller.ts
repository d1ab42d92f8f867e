import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '#directory';
import { PageQuery, readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { Alarm } from './alarm.entity.js';
import { alarmView } from './alarm-view.js';

@ApiTags('Gates')
@Access('admin', 'brp', 'auditor')
@Controller('market/v1/alarms')
export class AlarmsController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: 'Gates that did not clear as usual, oldest first' })
  async list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly object[]> {
    const page = readPage(query.limit, query.cursor);
    const alarms = this.database.dataSource
      .getRepository(Alarm)
      .createQueryBuilder('a')
      .orderBy('a.raisedAt')
      .addOrderBy('a.id')
      .take(page.limit + 1);
    const [, raisedAt, id] = /^(\d{1,15}) (.+)$/.exec(page.after ?? '') ?? [];
    if (id !== undefined)
      alarms.andWhere('(a.raisedAt, a.id) > (:raisedAt, :id)', { raisedAt: new Date(Number(raisedAt)), id });
    const listed = await alarms.getMany();
    return sendPage(reply, page, listed, (alarm) => `${alarm.raisedAt} ${alarm.id}`).map(alarmView);
  }
}
