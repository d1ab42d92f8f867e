import { Module } from '@nestjs/common';
import { CommunicationModule } from './communication/communication.module.js';
import { FlexibilityModule } from './flexibility/flexibility.module.js';
import { SchedulesModule } from './schedules/schedules.module.js';

@Module({ imports: [CommunicationModule, FlexibilityModule, SchedulesModule] })
export class FoaModule {}
