import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '#clock';
import { Access, Sender, type Principal } from '#directory';
import { formatInstant } from '#flexoffer';
import { Database, type Transaction } from '#persistence';
import { badRequest, notFound } from '#problem-details';
import { baselineMethod, dayNumber, dayOfNumber, type LocalDay } from '#settlement';
import { SchemaPipe, openApiSchema } from '#validation';
import { maySee } from '../access/own-participant.js';
import { Baselines } from '../baselines/baselines.js';
import { MeteringPoints } from '../metering-points/metering-points.js';
import { StoredBaselineCheck, type CheckContent } from './baseline-check.entity.js';
import { CheckAnswer, CheckBody } from './baseline-checks.schema.js';
import { checkBaseline } from './check-baseline.js';
import { latestChecks } from './known-checks.js';

/** A key for pg_advisory_xact_lock: checks are numbered one after the other. */
const CHECK_LOCK = 7_245_988;

const MOST_DAYS = 92;

@ApiTags('Baselines')
@Controller('settlement/v1/baseline-checks')
export class BaselineChecksController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Baselines) private readonly baselines: Baselines,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('aggregator', 'brp', 'admin')
  @ApiOperation({
    summary: "Hold a method against a meter's past and against limits; later runs go by the latest check",
  })
  @ApiBody({ schema: openApiSchema(CheckBody) })
  @ApiOkResponse({ schema: openApiSchema(CheckAnswer) })
  async check(@Body(new SchemaPipe(CheckBody)) body: CheckBody): Promise<CheckAnswer> {
    const { participantId } = body;
    const method = baselineMethod(body.method);
    if (!method.ok) throw badRequest(method.faults.map((fault) => ({ ...fault, path: 'method' })));
    const days = daysOf(body);
    const meterId = await this.meteringPoints.oneMeter(participantId, body.meterId);
    const history = await this.baselines.history(method.value, { participantId, meterId }, days);
    const content = await checkBaseline(method.value, history, days);
    const check = await this.database.transaction((transaction) =>
      this.keep(transaction, meterId, method.value.name, content),
    );
    return answerOf(check);
  }

  @Get()
  @Access('prosumer', 'aggregator', 'brp', 'auditor', 'admin')
  @ApiOperation({ summary: "The latest check of each method on each of a participant's meters" })
  @ApiOkResponse({ schema: { type: 'array', items: openApiSchema(CheckAnswer) } })
  async list(
    @Sender() sender: Principal,
    @Query('participantId') participantId?: string,
  ): Promise<readonly CheckAnswer[]> {
    if (participantId === undefined) throw badRequest([{ path: 'participantId', message: 'is missing' }]);
    if (!maySee(sender, participantId)) throw notFound(`participant ${participantId}`);
    const meterIds = await this.meteringPoints.metersOf(participantId);
    const rows = await latestChecks(this.database, meterIds, this.clock.now());
    return rows.map(({ meter_id: meterId, known_at, ...row }) =>
      answerOf({ meterId, ...row, knownAt: known_at.getTime() }),
    );
  }

  private async keep(
    { manager }: Transaction,
    meterId: string,
    method: string,
    content: CheckContent,
  ): Promise<StoredBaselineCheck> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [CHECK_LOCK]);
    const where = { meterId, method };
    const version = ((await manager.maximum(StoredBaselineCheck, 'version', where)) ?? 0) + 1;
    const check = { ...where, version, content, knownAt: this.clock.now() };
    await manager.insert(StoredBaselineCheck, check);
    return check;
  }
}

function daysOf({ from, to }: CheckBody): LocalDay[] {
  const count = dayNumber(to) - dayNumber(from) + 1;
  if (count < 1 || count > MOST_DAYS)
    throw badRequest([{ path: 'to', message: `must be at most ${MOST_DAYS - 1} days after from` }]);
  return Array.from({ length: count }, (_, index) => dayOfNumber(dayNumber(from) + index));
}

function answerOf({ meterId, method, content, knownAt }: Omit<StoredBaselineCheck, 'version'>): CheckAnswer {
  const { from, to, error, faults } = content;
  return {
    ...{ meterId, method, checkedAt: formatInstant(knownAt), from, to },
    days: error.days,
    refusedDays: error.refusedDays,
    relativeRmse: error.relativeRmse ?? null,
    bias: error.bias ?? null,
    withinLimits: faults.length === 0,
    faults: [...faults],
  };
}
