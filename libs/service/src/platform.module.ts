import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Clock } from '#clock';
import { CONFIGURATION } from '#configuration';
import { AccessGuard, Directory } from '#directory';
import { DueWork } from '#due-work';
import { Outbox } from '#messaging';
import { Database } from '#persistence';
import { ProblemFilter } from '#problem-details';
import { classPipe } from '#validation';
import { HealthController } from './health.controller.js';
import type { Platform } from './platform.js';

/** Gives every service the process's clock, database, messages, directory and configuration. */
@Global()
@Module({})
export class PlatformModule {
  static of(platform: Platform): DynamicModule {
    const shared = [
      { provide: CONFIGURATION, useValue: platform.configuration },
      { provide: Clock, useValue: platform.clock },
      { provide: Database, useValue: platform.database },
      { provide: Outbox, useValue: platform.outbox },
      { provide: DueWork, useValue: platform.dueWork },
      { provide: Directory, useValue: platform.directory },
    ];
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        ...shared,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: classPipe },
      ],
      exports: shared.map(({ provide }) => provide),
    };
  }
}
