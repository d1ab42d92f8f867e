import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { ParticipantsController } from './participants.controller.js';

@Module({ imports: [AuditLogModule, TokensModule], controllers: [ParticipantsController] })
export class ParticipantsModule {}
