import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Access,
  Device,
  Directory,
  Participant,
  Sender,
  deviceRecord,
  type DeviceRecord,
  type Principal,
} from '#directory';
import { readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { badRequest } from '#problem-details';
import { MoreThan } from 'typeorm';
import { AuditLog } from '../audit-log/audit-log.js';
import { oneAtATime, registered, type RegistrationAnswer } from '../registration.js';
import { TokenIssuer } from '../tokens/token-issuer.js';
import { DEFAULT_POLL_INTERVAL_SECONDS, DeviceDto } from './device.dto.js';

@ApiTags('Devices')
@Controller('admin/v1/devices')
export class DevicesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
  ) {}

  @Post()
  @Access('admin')
  @ApiOperation({ summary: 'Register a device of a participant; its token is shown once' })
  async register(
    @Body() body: DeviceDto,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegistrationAnswer> {
    const row: Device = {
      id: body.id,
      participantId: body.participantId,
      kind: body.kind,
      gridNode: body.gridNode ?? null,
      meterId: body.meterId ?? null,
      pollIntervalSeconds: body.pollIntervalSeconds ?? DEFAULT_POLL_INTERVAL_SECONDS,
    };
    return this.database.transaction(async (transaction) => {
      await oneAtATime(transaction, 'device', row.id);
      const known = await transaction.manager.findOneBy(Device, { id: row.id });
      if (known) return registered(reply, 'device', known, row);
      const owner = await transaction.manager.findOneBy(Participant, { id: row.participantId });
      if (!owner) throw badRequest([{ path: 'participantId', message: 'is not a known participant' }]);
      await transaction.manager.insert(Device, row);
      const { token } = await this.issuer.issue(transaction, { participantId: owner.id, deviceId: row.id });
      await this.audit.record(transaction, sender, 'device registered', row.id, row);
      await this.directory.announceChange(transaction);
      return { id: row.id, token };
    });
  }

  @Get()
  @Access('admin', 'brp', 'auditor')
  @ApiOperation({ summary: 'All devices, by id' })
  async list(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly DeviceRecord[]> {
    const page = readPage(limit, cursor);
    const rows = await this.database.dataSource.getRepository(Device).find({
      where: page.after === undefined ? {} : { id: MoreThan(page.after) },
      order: { id: 'ASC' },
      take: page.limit + 1,
    });
    return sendPage(reply, page, rows, (row) => row.id).map(deviceRecord);
  }
}
