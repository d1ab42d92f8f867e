import { Module } from '@nestjs/common';
import { FlexOffersModule } from '../flexoffers/flex-offers.module.js';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { ReplanningModule } from '../replanning/replanning.module.js';
import { Assignment } from './assignment.js';
import { ClosedOrders } from './closed-orders.js';
import { Dispatch } from './dispatch.js';
import { DispatchMessages } from './dispatch-messages.js';
import { EndOfDelivery } from './end-of-delivery.js';

@Module({
  imports: [FlexOffersModule, PortfolioModule, ReplanningModule],
  controllers: [DispatchMessages],
  providers: [Assignment, ClosedOrders, Dispatch, EndOfDelivery],
  exports: [Assignment],
})
export class DispatchModule {}
