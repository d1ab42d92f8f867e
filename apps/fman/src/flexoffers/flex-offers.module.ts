import { Module } from '@nestjs/common';
import { FlexOffersController } from './flex-offers.controller.js';
import { LifeCycle } from './life-cycle.js';

@Module({ controllers: [FlexOffersController], providers: [LifeCycle], exports: [LifeCycle] })
export class FlexOffersModule {}
