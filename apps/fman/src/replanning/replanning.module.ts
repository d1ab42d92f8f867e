import { Module } from '@nestjs/common';
import { FlexOffersModule } from '../flexoffers/flex-offers.module.js';
import { Replanning } from './replanning.js';
import { ReplansController } from './replans.controller.js';

@Module({
  imports: [FlexOffersModule],
  controllers: [ReplansController],
  providers: [Replanning],
  exports: [Replanning],
})
export class ReplanningModule {}
