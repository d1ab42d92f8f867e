import { Module } from '@nestjs/common';
import { ZoneEnergyController } from './zone-energy.controller.js';

@Module({ controllers: [ZoneEnergyController] })
export class ZoneEnergyModule {}
