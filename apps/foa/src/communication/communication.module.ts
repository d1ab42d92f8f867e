import { Module } from '@nestjs/common';
import { FlexibilityModule } from '../flexibility/flexibility.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { OperationReadings } from '../operation-data/operation-readings.js';
import { SchedulesModule } from '../schedules/schedules.module.js';
import { CommunicationController } from './communication.controller.js';
import { CommunicationService } from './communication.service.js';
import { RequestStore } from './request-store.js';

@Module({
  imports: [FlexibilityModule, SchedulesModule, MailboxModule],
  controllers: [CommunicationController],
  providers: [CommunicationService, RequestStore, OperationReadings],
})
export class CommunicationModule {}
