import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Clock } from '#clock';
import { Access } from '#directory';
import { badRequest } from '#problem-details';
import { STREAMED } from '#service';
import { openApiSchema } from '#validation';
import { ndjsonRows } from '../rows/ndjson-rows.js';
import { ReadingIntake, type IntakeCounts } from '../reading-intake.js';
import { IndexRow, IntakeAnswer } from '../readings.schema.js';
import { rowItems } from '../rows/row-items.js';
import { jsonRows } from '../rows/json-rows.js';

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
  @RouteConfig(STREAMED)
  @ApiOperation({
    summary: 'Take in what cumulative registers showed, of any length: a JSON array or NDJSON',
  })
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiBody({ schema: { type: 'array', items: openApiSchema(IndexRow) } })
  @ApiOkResponse({ schema: openApiSchema(IntakeAnswer) })
  async take(@Body() body: unknown, @Req() request: FastifyRequest): Promise<IntakeCounts> {
    if (!(body instanceof Readable)) throw badRequest([{ path: '', message: 'is missing' }]);
    const isArray = request.headers['content-type']?.startsWith('application/json') === true;
    const rows = isArray ? jsonRows(body) : ndjsonRows(body);
    return this.intake.take(rowItems(rows, 'indexes', this.clock.now()));
  }
}
