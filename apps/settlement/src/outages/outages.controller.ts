import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '#clock';
import { Access } from '#directory';
import { formatInstant, parseInstant, type Fault, type Instant } from '#flexoffer';
import { Database, type Transaction } from '#persistence';
import { badRequest, conflict } from '#problem-details';
import { SchemaPipe, openApiSchema } from '#validation';
import { Outage } from './outage.entity.js';
import { OutageAnswer, OutageBody } from './outages.schema.js';

/** A key for pg_advisory_xact_lock: versions are numbered one after the other. */
const OUTAGE_LOCK = 7_245_986;

@ApiTags('Conditions of baselines')
@Controller('metering/v1/outages')
export class OutagesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Put(':id')
  @Access('dso', 'admin')
  @ApiOperation({ summary: 'An outage of a connection or its meter; a change is a new version' })
  @ApiBody({ schema: openApiSchema(OutageBody) })
  @ApiOkResponse({ schema: openApiSchema(OutageAnswer) })
  async put(
    @Param('id') outageId: string,
    @Body(new SchemaPipe(OutageBody)) body: OutageBody,
  ): Promise<OutageAnswer> {
    const said = { meterId: body.meterId, ...boundsOf(body), withdrawn: body.withdrawn === true };
    const outage = await this.database.transaction((transaction) => this.keep(transaction, outageId, said));
    const { version, meterId, from, to, withdrawn } = outage;
    return { id: outageId, version, meterId, from: formatInstant(from), to: formatInstant(to), withdrawn };
  }

  /** What is known already makes no version. @throws Problem 409 for another meter's outage of that id */
  private async keep(
    { manager }: Transaction,
    outageId: string,
    said: Pick<Outage, 'meterId' | 'from' | 'to' | 'withdrawn'>,
  ): Promise<Outage> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [OUTAGE_LOCK]);
    const latest = await manager.findOne(Outage, { where: { outageId }, order: { version: 'DESC' } });
    if (latest && latest.meterId !== said.meterId) throw conflict(`Outage ${outageId} is another meter's.`);
    if (latest?.from === said.from && latest.to === said.to && latest.withdrawn === said.withdrawn)
      return latest;
    const version = (latest?.version ?? 0) + 1;
    const outage: Outage = { outageId, version, ...said, knownAt: this.clock.now() };
    await manager.insert(Outage, outage);
    return outage;
  }
}

function boundsOf(body: OutageBody): { readonly from: Instant; readonly to: Instant } {
  const faults: Fault[] = [];
  const read = (path: 'from' | 'to'): Instant => {
    const instant = parseInstant(body[path]);
    if (instant === undefined) faults.push({ path, message: 'must be an ISO 8601 instant' });
    return instant ?? 0;
  };
  const bounds = { from: read('from'), to: read('to') };
  if (faults.length === 0 && bounds.to <= bounds.from)
    faults.push({ path: 'to', message: 'must be later than from' });
  if (faults.length > 0) throw badRequest(faults);
  return bounds;
}
