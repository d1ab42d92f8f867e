import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '#clock';
import { Access } from '#directory';
import { instantOf, intervalOf, parseInstant, type Fault } from '#flexoffer';
import { Database } from '#persistence';
import { badRequest } from '#problem-details';
import { SchemaPipe, openApiSchema } from '#validation';
import { storeTemperatures, type PlaceTemperature } from './store-temperatures.js';
import { TemperatureCounts, TemperatureRows } from './temperatures.schema.js';

const INTERVAL_SECONDS = 900;

@ApiTags('Conditions of baselines')
@Controller('metering/v1/temperatures')
export class TemperaturesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('dso', 'admin')
  @ApiOperation({ summary: 'Outdoor temperatures of grid nodes; another value is a new version' })
  @ApiBody({ schema: openApiSchema(TemperatureRows) })
  @ApiOkResponse({ schema: openApiSchema(TemperatureCounts) })
  async take(@Body(new SchemaPipe(TemperatureRows)) rows: TemperatureRows): Promise<TemperatureCounts> {
    const temperatures = readTemperatures(rows);
    const stored = await this.database.transaction((transaction) =>
      storeTemperatures(transaction, temperatures, this.clock.now()),
    );
    return { stored, unchanged: temperatures.length - stored };
  }
}

/** By quarter-hours. @throws Problem 400 that names every bad row; then nothing of the request is stored */
function readTemperatures(rows: TemperatureRows): PlaceTemperature[] {
  const faults: Fault[] = [];
  const found = new Map<string, PlaceTemperature>();
  for (const [index, { gridNode, intervalStart, intervalSeconds, celsius }] of rows.entries()) {
    const start = parseInstant(intervalStart);
    const first = start === undefined ? undefined : intervalOf(start);
    if (first === undefined || instantOf(first) !== start) {
      faults.push({ path: `[${index}].intervalStart`, message: 'must be the start of a quarter of an hour' });
      continue;
    }
    for (let interval = first; interval < first + intervalSeconds / INTERVAL_SECONDS; interval += 1) {
      const key = `${gridNode} ${interval}`;
      if (found.has(key))
        faults.push({ path: `[${index}]`, message: 'is of a quarter-hour that came before' });
      found.set(key, { gridNode, interval, celsius });
    }
  }
  if (faults.length > 0) throw badRequest(faults);
  return [...found.values()];
}
