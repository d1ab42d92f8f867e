import { Module } from '@nestjs/common';
import { MeteringPointsModule } from '../metering-points/metering-points.module.js';
import { IndexesController } from './registers/indexes.controller.js';
import { MeterDataFolder } from './folder/meter-data-folder.js';
import { ReadingIntake } from './reading-intake.js';
import { ValidationController } from './validation/validation.controller.js';
import { ReadingValidation } from './validation/reading-validation.js';
import { ReadingsController } from './readings.controller.js';

@Module({
  imports: [MeteringPointsModule],
  controllers: [ReadingsController, IndexesController, ValidationController],
  providers: [ReadingIntake, ReadingValidation, MeterDataFolder],
})
export class MeteringModule {}
