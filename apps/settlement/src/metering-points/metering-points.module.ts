import { Module } from '@nestjs/common';
import { MeteringPoints } from './metering-points.js';

@Module({ providers: [MeteringPoints], exports: [MeteringPoints] })
export class MeteringPointsModule {}
