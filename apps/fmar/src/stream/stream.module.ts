import { Module } from '@nestjs/common';
import { EventFeed } from './event-feed.js';
import { MarketEvents } from './market-events.js';
import { StreamController } from './stream.controller.js';

@Module({ controllers: [StreamController], providers: [EventFeed, MarketEvents], exports: [MarketEvents] })
export class StreamModule {}
