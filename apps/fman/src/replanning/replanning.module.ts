import { Module } from '@nestjs/common';
import { FlexOffersModule } from '../flexoffers/flex-offers.module.js';
import { Replanning } from './replanning.js';
import { ReplanningMessages } from './replanning-messages.js';
import { ReplansController } from './replans.controller.js';

@Module({
  imports: [FlexOffersModule],
  controllers: [ReplansController, ReplanningMessages],
  providers: [Replanning],
  exports: [Replanning],
})
export class ReplanningModule {}
