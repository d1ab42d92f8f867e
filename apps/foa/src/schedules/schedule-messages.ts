import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { SchedulesAssigned, SchedulesUpdated } from '#messages';
import { MessageContext, OnMessage } from '#messaging';
import { DeviceSchedules } from './device-schedules.js';

@Controller()
export class ScheduleMessages {
  constructor(@Inject(DeviceSchedules) private readonly schedules: DeviceSchedules) {}

  @OnMessage('foa', 'schedules.assigned')
  async assigned(@Payload() message: SchedulesAssigned, @Ctx() context: MessageContext): Promise<void> {
    await this.schedules.deliver(context.transaction, message);
  }

  @OnMessage('foa', 'schedules.updated')
  async updated(@Payload() message: SchedulesUpdated, @Ctx() context: MessageContext): Promise<void> {
    await this.schedules.replace(context.transaction, message);
  }
}
