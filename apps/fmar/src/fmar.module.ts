import { Module } from '@nestjs/common';
import { AlarmsModule } from './alarms/alarms.module.js';
import { GatesModule } from './gates/gates.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { ReleasesModule } from './releases/releases.module.js';
import { StreamModule } from './stream/stream.module.js';
import { TradesModule } from './trades/trades.module.js';

export const FEATURES = [OrdersModule, GatesModule, TradesModule, StreamModule, AlarmsModule, ReleasesModule];

@Module({ imports: FEATURES })
export class FmarModule {}
