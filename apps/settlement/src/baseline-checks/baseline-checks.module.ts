import { Module } from '@nestjs/common';
import { BaselinesModule } from '../baselines/baselines.module.js';
import { MeteringPointsModule } from '../metering-points/metering-points.module.js';
import { BaselineChecksController } from './baseline-checks.controller.js';

@Module({ imports: [BaselinesModule, MeteringPointsModule], controllers: [BaselineChecksController] })
export class BaselineChecksModule {}
