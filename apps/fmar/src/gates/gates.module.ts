import { Module } from '@nestjs/common';
import { AlarmsModule } from '../alarms/alarms.module.js';
import { ClearingThread } from '../clearing/clearing-thread.js';
import { OrdersModule } from '../orders/orders.module.js';
import { CapacityReleases } from '../releases/capacity-releases.js';
import { ReleasesModule } from '../releases/releases.module.js';
import { StreamModule } from '../stream/stream.module.js';
import { ClearingsController } from './clearings.controller.js';
import { GateAnswers } from './gate-answers.js';
import { GateClosing } from './gate-closing.js';
import { GateResults } from './gate-results.js';
import { GatesController } from './gates.controller.js';

@Module({
  imports: [AlarmsModule, OrdersModule, ReleasesModule, StreamModule],
  controllers: [GatesController, ClearingsController],
  providers: [CapacityReleases, ClearingThread, GateClosing, GateResults, GateAnswers],
})
export class GatesModule {}
