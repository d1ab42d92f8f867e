import { Module } from '@nestjs/common';
import { DomsModule } from '../doms/doms.module.js';
import { FeedbackMessages } from './feedback-messages.js';
import { Feedback } from './feedback.js';

@Module({
  imports: [DomsModule],
  controllers: [FeedbackMessages],
  providers: [Feedback],
  exports: [Feedback],
})
export class FeedbackModule {}
