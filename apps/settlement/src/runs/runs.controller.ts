import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '#clock';
import { Access, Directory, Sender, type Principal } from '#directory';
import {
  formatInstant,
  instantOf,
  intervalOf,
  parseInstant,
  type Fault,
  type Instant,
  type IntervalIndex,
} from '#flexoffer';
import { readPage, sendPage } from '#paging';
import { badRequest, notFound } from '#problem-details';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { RunAnswer, RunCreatedAnswer, RunDto } from './run.dto.js';
import { Runs, type RunStatus } from './runs.js';

@ApiTags('Settlement runs')
@Controller('settlement/v1/runs')
export class RunsController {
  constructor(
    @Inject(Runs) private readonly runs: Runs,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @Access('admin', 'brp')
  @ApiOperation({ summary: 'Settle a period; settled again, its reports get new versions' })
  @ApiHeader({ name: 'idempotency-key', required: false })
  async create(
    @Body() body: RunDto,
    @Sender() sender: Principal,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<RunCreatedAnswer> {
    const { runId } = await this.runs.create({
      ...periodOf(body),
      participantId: await this.knownParticipant(body.scope?.participantId),
      knownAt: this.knowledgeOf(body.knownAt),
      requestedBy: sender.participant.id,
      idempotencyKey: checkedKey(idempotencyKey),
    });
    return { runId };
  }

  @Get()
  @Access('admin', 'brp', 'auditor', 'aggregator', 'dso', 'prosumer')
  @ApiOperation({ summary: 'All runs, the latest first' })
  @ApiOkResponse({ type: [RunAnswer] })
  async list(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly RunAnswer[]> {
    const page = readPage(limit, cursor);
    if (page.after !== undefined && !/^\d{1,9}$/.test(page.after))
      throw badRequest([{ path: 'cursor', message: 'is not one of this list' }]);
    const before = page.after === undefined ? undefined : Number(page.after);
    const rows = await this.runs.list(before, page.limit + 1);
    return sendPage(reply, page, rows, ({ run }) => String(run.number)).map(answerOf);
  }

  @Get(':runId')
  @Access('admin', 'brp', 'auditor', 'aggregator', 'dso', 'prosumer')
  @ApiOperation({ summary: 'How far a run is' })
  async get(@Param('runId') runId: string): Promise<RunAnswer> {
    const status = await this.runs.get(runId);
    if (!status) throw notFound(`run ${runId}`);
    return answerOf(status);
  }

  private knowledgeOf(text: string | undefined): Instant | null {
    if (text === undefined) return null;
    const instant = parseInstant(text);
    if (instant !== undefined && instant <= this.clock.now()) return instant;
    throw badRequest([{ path: 'knownAt', message: 'must be an instant that is not in the future' }]);
  }

  private async knownParticipant(participantId: string | undefined): Promise<string | null> {
    if (participantId === undefined) return null;
    if (await this.directory.participant(participantId)) return participantId;
    throw badRequest([{ path: 'scope.participantId', message: 'is not a known participant' }]);
  }
}

function periodOf(body: RunDto): IntervalRange {
  const faults: Fault[] = [];
  const read = (path: 'from' | 'to'): IntervalIndex => {
    const instant = parseInstant(body[path]);
    if (instant !== undefined && instantOf(intervalOf(instant)) === instant) return intervalOf(instant);
    faults.push({ path, message: 'must be the start of a quarter of an hour, with its offset' });
    return 0;
  };
  const range = { from: read('from'), to: read('to') };
  if (faults.length === 0 && range.to <= range.from)
    faults.push({ path: 'to', message: 'must be later than from' });
  if (faults.length > 0) throw badRequest(faults);
  return range;
}

function checkedKey(key: string | undefined): string | null {
  if (key === undefined) return null;
  if (key.length >= 1 && key.length <= 200) return key;
  throw badRequest([{ path: 'Idempotency-Key', message: 'must have 1 to 200 characters' }]);
}

function answerOf({ run, failed }: RunStatus): RunAnswer {
  return {
    runId: run.runId,
    state: failed ? 'failed' : run.state,
    from: formatInstant(instantOf(run.from)),
    to: formatInstant(instantOf(run.to)),
    ...(run.scopeParticipantId === null ? {} : { scope: { participantId: run.scopeParticipantId } }),
    knownAt: formatInstant(run.knownAt),
    ...(run.participants === null ? {} : { participants: run.participants }),
    settledParticipants: run.settledParticipants,
    reports: run.reports,
    incompleteTrades: run.incompleteTrades,
    createdAt: formatInstant(run.createdAt),
    ...(run.completedAt === null ? {} : { completedAt: formatInstant(run.completedAt) }),
  };
}
