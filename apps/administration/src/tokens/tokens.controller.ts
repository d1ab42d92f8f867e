import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '#clock';
import { Access, Directory, Sender, Token, type Principal } from '#directory';
import { Database } from '#persistence';
import { badRequest, notFound } from '#problem-details';
import { AuditLog } from '../audit-log/audit-log.js';
import { IssueTokenDto } from './issue-token.dto.js';
import { TokenIssuer, type TokenOwner } from './token-issuer.js';

@ApiTags('Tokens')
@Access('admin')
@Controller('admin/v1/tokens')
export class TokensController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Issue a further token, for a participant or a device that lost its own' })
  async issue(
    @Body() body: IssueTokenDto,
    @Sender() sender: Principal,
  ): Promise<{ id: string; token: string }> {
    const owner = await this.ownerOf(body);
    return this.database.transaction(async (transaction) => {
      const { tokenId, token } = await this.issuer.issue(transaction, owner);
      await this.audit.record(transaction, sender, 'token issued', tokenId, owner);
      return { id: tokenId, token };
    });
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make a token worthless, at once and for good' })
  async revoke(
    @Param('id') id: string,
    @Sender() sender: Principal,
  ): Promise<{ id: string; revokedAt: string }> {
    return this.database.transaction(async (transaction) => {
      const token = await transaction.manager.findOneBy(Token, { id });
      if (!token) throw notFound(`token ${id}`);
      const revokedAt = token.revokedAt ?? this.clock.now();
      await transaction.manager.update(Token, { id }, { revokedAt });
      await this.audit.record(transaction, sender, 'token revoked', id, {});
      await this.directory.announceChange(transaction);
      return { id, revokedAt: new Date(revokedAt).toISOString() };
    });
  }

  private async ownerOf(body: IssueTokenDto): Promise<TokenOwner> {
    if (body.deviceId !== undefined && body.participantId !== undefined)
      throw badRequest([{ path: 'participantId', message: 'must not be given together with deviceId' }]);
    if (body.deviceId !== undefined) {
      const device = await this.directory.device(body.deviceId);
      if (!device) throw notFound(`device ${body.deviceId}`);
      return { participantId: device.participantId, deviceId: device.id };
    }
    const participant = await this.directory.participant(body.participantId ?? '');
    if (!participant) throw notFound(`participant ${body.participantId ?? ''}`);
    return { participantId: participant.id };
  }
}
