import { Module } from '@nestjs/common';
import { RequestIntake } from './request-intake.js';
import { RequestList } from './request-list.js';
import { RequestsController } from './requests.controller.js';

@Module({
  controllers: [RequestsController],
  providers: [RequestIntake, RequestList],
  exports: [RequestIntake],
})
export class RequestsModule {}
