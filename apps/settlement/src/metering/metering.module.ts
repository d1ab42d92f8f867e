import { Module } from '@nestjs/common';
import { MeteringPointsModule } from '../metering-points/metering-points.module.js';
import { IndexesController } from './indexes.controller.js';
import { ReadingIntake } from './reading-intake.js';
import { ReadingsController } from './readings.controller.js';

@Module({
  imports: [MeteringPointsModule],
  controllers: [ReadingsController, IndexesController],
  providers: [ReadingIntake],
})
export class MeteringModule {}
