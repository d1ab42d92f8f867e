import { Module } from '@nestjs/common';
import { DomsModule } from '../doms/doms.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { RequestsModule } from '../requests/requests.module.js';
import { Polling } from './polling.js';
import { StateVariablesController } from './state-variables.controller.js';

@Module({
  imports: [DomsModule, RequestsModule, FeedbackModule],
  controllers: [StateVariablesController],
  providers: [Polling],
})
export class PollingModule {}
