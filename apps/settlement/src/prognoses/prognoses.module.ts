import { Module } from '@nestjs/common';
import { MeteringPointsModule } from '../metering-points/metering-points.module.js';
import { PrognosesController } from './prognoses.controller.js';

@Module({ imports: [MeteringPointsModule], controllers: [PrognosesController] })
export class PrognosesModule {}
