import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { DevicesController } from './devices.controller.js';

@Module({ imports: [AuditLogModule, TokensModule], controllers: [DevicesController] })
export class DevicesModule {}
