import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#directory';
import { Database } from '#persistence';
import { readIntervals } from '../interval-range/interval-range.js';
import { zoneEnergy, type ZoneEnergy } from './zone-energy.js';

@ApiTags('Energy of zones')
@Controller('settlement/v1/zone-energy')
export class ZoneEnergyController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @Access('dso', 'aggregator', 'brp', 'auditor', 'admin')
  @ApiOperation({
    summary: 'Baseline, schedule and measured energy of what was delivered, by interval and zone',
  })
  list(@Query('from') from?: string, @Query('to') to?: string): Promise<readonly ZoneEnergy[]> {
    return zoneEnergy(this.database, readIntervals(from, to));
  }
}
