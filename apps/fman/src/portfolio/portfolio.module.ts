import { Module } from '@nestjs/common';
import { DelegationModule } from '../delegation/delegation.module.js';
import { FlexOffersModule } from '../flexoffers/flex-offers.module.js';
import { AggregatesController } from './aggregates.controller.js';
import { Publication } from './publication.js';
import { PublicationRhythm } from './publication-rhythm.js';
import { SellOrders } from './sell-orders.js';

@Module({
  imports: [FlexOffersModule, DelegationModule],
  controllers: [AggregatesController],
  providers: [SellOrders, Publication, PublicationRhythm],
  exports: [SellOrders, Publication],
})
export class PortfolioModule {}
