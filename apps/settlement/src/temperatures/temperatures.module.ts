import { Module } from '@nestjs/common';
import { TemperaturesController } from './temperatures.controller.js';

@Module({ controllers: [TemperaturesController] })
export class TemperaturesModule {}
