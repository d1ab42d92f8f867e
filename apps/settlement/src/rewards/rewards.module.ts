import { Module } from '@nestjs/common';
import { FlexibilityMessagesController } from './flexibility-messages.controller.js';

@Module({ controllers: [FlexibilityMessagesController] })
export class RewardsModule {}
