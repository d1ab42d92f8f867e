import { Module } from '@nestjs/common';
import { Indicators } from './indicators.js';
import { IndicatorsController } from './indicators.controller.js';

@Module({ controllers: [IndicatorsController], providers: [Indicators] })
export class IndicatorsModule {}
