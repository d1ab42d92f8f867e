import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { FirstAdministrator } from './first-administrator.js';
import { TokenIssuer } from './token-issuer.js';
import { TokensController } from './tokens.controller.js';

@Module({
  imports: [AuditLogModule],
  controllers: [TokensController],
  providers: [TokenIssuer, FirstAdministrator],
  exports: [TokenIssuer],
})
export class TokensModule {}
