import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { Clock } from '#clock';
import { Access } from '#directory';
import { badRequest } from '#problem-details';
import { openApiSchema } from '#validation';
import { indexItems } from './index-items.js';
import { ndjsonRows } from './ndjson-rows.js';
import { ReadingIntake, type IntakeCounts } from './reading-intake.js';
import { IndexRow, IntakeAnswer } from './readings.schema.js';
import { jsonRows } from './rows.js';

@ApiTags('Meter readings')
@Controller('metering/v1/indexes')
export class IndexesController {
  constructor(
    @Inject(ReadingIntake) private readonly intake: ReadingIntake,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('dso', 'admin')
  @ApiOperation({
    summary: 'Take in what cumulative registers showed: a JSON array, or NDJSON of any length',
  })
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiBody({ schema: { type: 'array', items: openApiSchema(IndexRow) } })
  @ApiOkResponse({ schema: openApiSchema(IntakeAnswer) })
  take(@Body() body: unknown): Promise<IntakeCounts> {
    if (body instanceof Readable) return this.intake.take(indexItems(ndjsonRows(body), this.clock.now()));
    if (Array.isArray(body)) return this.intake.take(indexItems(jsonRows(body), this.clock.now()));
    throw badRequest([{ path: '', message: 'must be an array of indexes' }]);
  }
}
