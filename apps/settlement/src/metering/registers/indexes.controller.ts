import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { Clock } from '#clock';
import { Access } from '#directory';
import { badRequest } from '#problem-details';
import { openApiSchema } from '#validation';
import { ndjsonRows } from '../rows/ndjson-rows.js';
import { ReadingIntake, type IntakeCounts } from '../reading-intake.js';
import { IndexRow, IntakeAnswer } from '../readings.schema.js';
import { rowItems } from '../rows/row-items.js';
import { jsonRows } from '../rows/rows.js';

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
    if (!(body instanceof Readable) && !Array.isArray(body))
      throw badRequest([{ path: '', message: 'must be an array of indexes' }]);
    const rows = Array.isArray(body) ? jsonRows(body) : ndjsonRows(body);
    return this.intake.take(rowItems(rows, 'indexes', this.clock.now()));
  }
}
