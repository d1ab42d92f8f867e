import { Module } from '@nestjs/common';
import { DelegationModule } from '../delegation/delegation.module.js';
import { FlexOffersController } from './flex-offers.controller.js';
import { LifeCycle } from './life-cycle.js';

@Module({
  imports: [DelegationModule],
  controllers: [FlexOffersController],
  providers: [LifeCycle],
  exports: [LifeCycle],
})
export class FlexOffersModule {}
