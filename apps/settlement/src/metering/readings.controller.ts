import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access, Sender, type Principal } from '#directory';
import { INTERVAL_SECONDS, formatInstant, instantOf } from '#flexoffer';
import { readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { badRequest } from '#problem-details';
import { ownParticipant } from '../access/own-participant.js';
import { readIntervals } from '../interval-range/interval-range.js';
import { MeteringPoints } from '../metering-points/metering-points.js';
import { openApiSchema } from '#validation';
import { STREAMED } from '#service';
import { readAsOf } from './as-of.js';
import { csvRows } from './rows/csv-rows.js';
import { knownReadings, type KnownReading } from './known-readings.js';
import { jsonRows } from './rows/json-rows.js';
import { ndjsonRows } from './rows/ndjson-rows.js';
import { IntakeAnswer, ReadingAnswer, ReadingRow } from './readings.schema.js';
import { ReadingIntake, type IntakeCounts } from './reading-intake.js';
import { xmlItems } from './documents/xml-items.js';
import { rowItems } from './rows/row-items.js';
import type { RowBatches } from './rows/rows.js';

@ApiTags('Meter readings')
@Controller('metering/v1/readings')
export class ReadingsController {
  constructor(
    @Inject(ReadingIntake) private readonly intake: ReadingIntake,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('dso', 'admin')
  @RouteConfig(STREAMED)
  @ApiOperation({
    summary: 'Take in meter values of any length: a JSON array, NDJSON, CSV or XML (ebIX E66, ESL)',
  })
  @ApiConsumes('application/json', 'application/x-ndjson', 'text/csv', 'application/xml')
  @ApiBody({ schema: { type: 'array', items: openApiSchema(ReadingRow) } })
  @ApiOkResponse({ schema: openApiSchema(IntakeAnswer) })
  @ApiQuery({ name: 'transformerFactor', required: false, description: 'Of registers in XML. Default: 1' })
  async take(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Query('transformerFactor') factor?: string,
  ): Promise<IntakeCounts> {
    const contentType = request.headers['content-type'] ?? '';
    const now = this.clock.now();
    if (!(body instanceof Readable)) throw badRequest([{ path: '', message: 'is missing' }]);
    if (!XML.test(contentType)) return this.intake.take(rowItems(rowsOf(body, contentType), 'readings', now));
    const context = {
      now,
      isKnown: await this.meteringPoints.knownMeters(),
      timeZone: this.configuration.market.timeZone,
      transformerFactor: factorOf(factor),
    };
    return this.intake.take(xmlItems(body, context));
  }

  @Get()
  @Access('prosumer', 'aggregator', 'dso', 'brp', 'auditor', 'admin')
  @ApiOperation({ summary: "A meter's values, by interval, as they were known at an instant" })
  @ApiQuery({ name: 'asOf', required: false, description: 'Default: now' })
  @ApiOkResponse({ schema: { type: 'array', items: openApiSchema(ReadingAnswer) } })
  async list(
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('meterId') meterId?: string,
    @Query('from') from?: string,
    @Query('to') to?: string,
    @Query('asOf') asOf?: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly ReadingAnswer[]> {
    const page = readPage(limit, cursor);
    const range = readIntervals(from, to);
    if (meterId === undefined) throw badRequest([{ path: 'meterId', message: 'is missing' }]);
    await this.meteringPoints.checkMaySee(ownParticipant(sender), meterId);
    const rows = await knownReadings(this.database, {
      meterId,
      from: Math.max(range.from, afterCursor(page.after)),
      to: range.to,
      knownAt: readAsOf(asOf, this.clock.now()),
      limit: page.limit + 1,
    });
    return sendPage(reply, page, rows, ({ interval }) => String(interval)).map(answerOf);
  }
}

function factorOf(text = '1'): number {
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw badRequest([{ path: 'transformerFactor', message: 'must be a whole number from 1 to 999999' }]);
  return Number(text);
}

const XML = /^(application|text)\/xml\b/;

function rowsOf(body: Readable, contentType: string): RowBatches {
  if (contentType.startsWith('text/csv')) return csvRows(body);
  return contentType.startsWith('application/json') ? jsonRows(body) : ndjsonRows(body);
}

function afterCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw badRequest([{ path: 'cursor', message: 'is not one of this list' }]);
  return Number(cursor) + 1;
}

function answerOf({ interval, knownAt, ...reading }: KnownReading): ReadingAnswer {
  return {
    ...reading,
    intervalStart: formatInstant(instantOf(interval)),
    intervalSeconds: INTERVAL_SECONDS,
    knownAt: formatInstant(knownAt),
  };
}
