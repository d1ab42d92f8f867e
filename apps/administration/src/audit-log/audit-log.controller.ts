import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '#directory';
import { readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { AuditEntry } from './audit-entry.entity.js';

@ApiTags('Audit log')
@Access('admin', 'auditor')
@Controller('admin/v1/audit-log')
export class AuditLogController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: 'Every change of participants, devices, grid and tokens, oldest first' })
  async list(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly object[]> {
    const page = readPage(limit, cursor);
    const entries = await this.database.dataSource
      .getRepository(AuditEntry)
      .createQueryBuilder('entry')
      .where('entry.seq > :after', { after: /^\d+$/.test(page.after ?? '') ? page.after : '0' })
      .orderBy('entry.seq')
      .take(page.limit + 1)
      .getMany();
    return sendPage(reply, page, entries, (entry) => entry.seq).map((entry) => ({
      at: new Date(entry.at).toISOString(),
      actor: entry.actor,
      action: entry.action,
      subject: entry.subject,
      content: entry.content,
      traceId: entry.trace,
    }));
  }
}
