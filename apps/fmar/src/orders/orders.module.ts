import { Module } from '@nestjs/common';
import { ReleasesModule } from '../releases/releases.module.js';
import { StreamModule } from '../stream/stream.module.js';
import { OrderAmendment } from './order-amendment.js';
import { OrderAnswers } from './order-answers.js';
import { OrderIntake } from './order-intake.js';
import { OrderList } from './order-list.js';
import { OrderMessages } from './order-messages.js';
import { OrderWithdrawal } from './order-withdrawal.js';
import { OrdersController } from './orders.controller.js';
import { MarketRules } from './rules/market-rules.js';

@Module({
  imports: [StreamModule, ReleasesModule],
  controllers: [OrdersController, OrderMessages],
  providers: [MarketRules, OrderAmendment, OrderIntake, OrderList, OrderWithdrawal, OrderAnswers],
  exports: [OrderAnswers],
})
export class OrdersModule {}
