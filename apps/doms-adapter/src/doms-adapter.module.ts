import { Module } from '@nestjs/common';
import { FeedbackModule } from './feedback/feedback.module.js';
import { PollingModule } from './polling/polling.module.js';
import { RequestsModule } from './requests/requests.module.js';

export const FEATURES = [RequestsModule, PollingModule, FeedbackModule];

@Module({ imports: FEATURES })
export class DomsAdapterModule {}
