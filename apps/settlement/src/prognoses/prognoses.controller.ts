import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access, Sender, type Principal } from '#directory';
import { formatInstant } from '#flexoffer';
import { Database, type Transaction } from '#persistence';
import { badRequest, notFound } from '#problem-details';
import { dayQuarters } from '#settlement';
import { SchemaPipe, openApiSchema } from '#validation';
import { ownParticipant } from '../access/own-participant.js';
import { MeteringPoints } from '../metering-points/metering-points.js';
import { PrognosisAnswer, PrognosisBody } from './prognoses.schema.js';
import { SubmittedPrognosis } from './prognosis.entity.js';

/** A key for pg_advisory_xact_lock: versions are numbered one after the other. */
const PROGNOSIS_LOCK = 7_245_987;

@ApiTags('Conditions of baselines')
@Controller('settlement/v1/prognoses')
export class PrognosesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('prosumer', 'aggregator', 'admin')
  @ApiOperation({
    summary: 'What a meter will show on a day; counts if it comes before the day and before its first trade',
  })
  @ApiBody({ schema: openApiSchema(PrognosisBody) })
  @ApiOkResponse({ schema: openApiSchema(PrognosisAnswer) })
  async submit(
    @Sender() sender: Principal,
    @Body(new SchemaPipe(PrognosisBody)) body: PrognosisBody,
  ): Promise<PrognosisAnswer> {
    const owner = ownParticipant(sender);
    if (owner !== undefined && !(await this.meteringPoints.metersOf(owner)).includes(body.meterId))
      throw notFound(`meter ${body.meterId}`);
    const quarters = dayQuarters(body.day, this.configuration.market.timeZone).length;
    if (body.energyWh.length !== quarters)
      throw badRequest([{ path: 'energyWh', message: `must have ${quarters} places on ${body.day}` }]);
    const { version, submittedAt } = await this.database.transaction((transaction) =>
      this.keep(transaction, body),
    );
    return { ...body, version, submittedAt: formatInstant(submittedAt) };
  }

  /** What was submitted last makes no version when it is submitted again. */
  private async keep({ manager }: Transaction, body: PrognosisBody): Promise<SubmittedPrognosis> {
    const { meterId, day, energyWh } = body;
    await manager.query('SELECT pg_advisory_xact_lock($1)', [PROGNOSIS_LOCK]);
    const latest = await manager.findOne(SubmittedPrognosis, {
      where: { meterId, day },
      order: { version: 'DESC' },
    });
    if (latest && String(latest.energyWh) === String(energyWh)) return latest;
    const version = (latest?.version ?? 0) + 1;
    const prognosis = { meterId, day, version, energyWh, submittedAt: this.clock.now() };
    await manager.insert(SubmittedPrognosis, prognosis);
    return prognosis;
  }
}
