import { Module } from '@nestjs/common';
import { DeliveryMessagesController } from './delivery-messages.controller.js';

@Module({ controllers: [DeliveryMessagesController] })
export class DeliveriesModule {}
