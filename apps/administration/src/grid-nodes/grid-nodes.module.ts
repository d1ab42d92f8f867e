import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { GridNodesController } from './grid-nodes.controller.js';

@Module({ imports: [AuditLogModule], controllers: [GridNodesController] })
export class GridNodesModule {}
