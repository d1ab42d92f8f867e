import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module.js';
import { MeteringPointsModule } from '../metering-points/metering-points.module.js';
import { Baselines } from './baselines.js';
import { BaselinesController } from './baselines.controller.js';

@Module({
  imports: [ContractsModule, MeteringPointsModule],
  controllers: [BaselinesController],
  providers: [Baselines],
  exports: [Baselines],
})
export class BaselinesModule {}
