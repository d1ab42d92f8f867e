import { Module } from '@nestjs/common';
import { TradesController } from './trades.controller.js';

@Module({ controllers: [TradesController] })
export class TradesModule {}
