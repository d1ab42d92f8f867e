import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Access,
  Directory,
  Participant,
  Sender,
  participantRecord,
  type ParticipantRecord,
  type Principal,
} from '#directory';
import { readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { MoreThan } from 'typeorm';
import { AuditLog } from '../audit-log/audit-log.js';
import { oneAtATime, registered, type RegistrationAnswer } from '../registration.js';
import { TokenIssuer } from '../tokens/token-issuer.js';
import { ParticipantDto } from './participant.dto.js';

@ApiTags('Participants')
@Controller('admin/v1/participants')
export class ParticipantsController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
  ) {}

  @Post()
  @Access('admin')
  @ApiOperation({ summary: 'Register a participant; its token is shown once' })
  async register(
    @Body() body: ParticipantDto,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegistrationAnswer> {
    const row: Participant = {
      id: body.id,
      name: body.name,
      role: body.role,
      gridNode: body.gridNode ?? null,
      contractId: body.contractId ?? null,
      signConvention: body.signConvention ?? 'consumption-positive',
    };
    return this.database.transaction(async (transaction) => {
      await oneAtATime(transaction, 'participant', row.id);
      const known = await transaction.manager.findOneBy(Participant, { id: row.id });
      if (known) return registered(reply, 'participant', known, row);
      await transaction.manager.insert(Participant, row);
      const { token } = await this.issuer.issue(transaction, { participantId: row.id });
      await this.audit.record(transaction, sender, 'participant registered', row.id, row);
      await this.directory.announceChange(transaction);
      return { id: row.id, token };
    });
  }

  @Get()
  @Access('admin', 'brp', 'auditor')
  @ApiOperation({ summary: 'All participants, by id' })
  async list(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly ParticipantRecord[]> {
    const page = readPage(limit, cursor);
    const rows = await this.database.dataSource.getRepository(Participant).find({
      where: page.after === undefined ? {} : { id: MoreThan(page.after) },
      order: { id: 'ASC' },
      take: page.limit + 1,
    });
    return sendPage(reply, page, rows, (row) => row.id).map(participantRecord);
  }
}
