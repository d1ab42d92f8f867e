import { Module } from '@nestjs/common';
import { StreamModule } from '../stream/stream.module.js';
import { Releases } from './releases.js';
import { ReleasesController } from './releases.controller.js';
import { ReplannedMessages } from './replanned-messages.js';

@Module({
  imports: [StreamModule],
  controllers: [ReleasesController, ReplannedMessages],
  providers: [Releases],
  exports: [Releases],
})
export class ReleasesModule {}
