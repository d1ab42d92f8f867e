import { Module } from '@nestjs/common';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { DeviceSchedules } from './device-schedules.js';
import { ScheduleWatch } from './schedule-watch.js';
import { ScheduleMessages } from './schedule-messages.js';

@Module({
  imports: [MailboxModule],
  controllers: [ScheduleMessages],
  providers: [DeviceSchedules, ScheduleWatch],
  exports: [DeviceSchedules, ScheduleWatch],
})
export class SchedulesModule {}
