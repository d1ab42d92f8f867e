import { Module } from '@nestjs/common';
import { MarketClockController } from './market-clock.controller.js';
import { MarketClock } from './market-clock.js';

@Module({ controllers: [MarketClockController], providers: [MarketClock] })
export class MarketClockModule {}
