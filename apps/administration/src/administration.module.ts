import { Module } from '@nestjs/common';
import { AuditLogModule } from './audit-log/audit-log.module.js';
import { DevicesModule } from './devices/devices.module.js';
import { GridNodesModule } from './grid-nodes/grid-nodes.module.js';
import { MarketClockModule } from './market-clock/market-clock.module.js';
import { ParticipantsModule } from './participants/participants.module.js';
import { TokensModule } from './tokens/tokens.module.js';

export const FEATURES = [
  ParticipantsModule,
  DevicesModule,
  GridNodesModule,
  TokensModule,
  AuditLogModule,
  MarketClockModule,
];

@Module({ imports: FEATURES })
export class AdministrationModule {}
