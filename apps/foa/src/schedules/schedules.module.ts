import { Module } from '@nestjs/common';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { DeviceSchedules } from './device-schedules.js';
import { ScheduleMessages } from './schedule-messages.js';

@Module({
  imports: [MailboxModule],
  controllers: [ScheduleMessages],
  providers: [DeviceSchedules],
  exports: [DeviceSchedules],
})
export class SchedulesModule {}
