import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access, Directory, Sender, type Principal } from '#directory';
import { formatInstant, instantOf } from '#flexoffer';
import { badRequest, notFound } from '#problem-details';
import { dayQuarters, refusalReason, type ConsideredDay, type EvidenceBaseline } from '#settlement';
import { maySee } from '../access/own-participant.js';
import { readBoundedIntervals, type IntervalRange } from '../interval-range/interval-range.js';
import { MeteringPoints } from '../metering-points/metering-points.js';
import { BaselineAnswer, type ConsideredDayAnswer } from './baseline.answer.js';
import { Baselines } from './baselines.js';

/** 31 days, one of them with 25 hours. */
const MOST_INTERVALS = 31 * 96 + 4;

@ApiTags('Baselines')
@Controller('settlement/v1/baselines')
export class BaselinesController {
  constructor(
    @Inject(Baselines) private readonly baselines: Baselines,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @Access('prosumer', 'aggregator', 'brp', 'auditor', 'admin')
  @ApiOperation({ summary: 'What a participant would have consumed, and the days that it is computed from' })
  @ApiQuery({ name: 'method', required: false, description: "Default: the contract's" })
  @ApiQuery({ name: 'meterId', required: false, description: 'Needed where the participant has several' })
  @ApiOkResponse({ type: [BaselineAnswer] })
  async list(
    @Sender() sender: Principal,
    @Query('participantId') participantId?: string,
    @Query('from') from?: string,
    @Query('to') to?: string,
    @Query('method') name?: string,
    @Query('meterId') meterId?: string,
  ): Promise<readonly BaselineAnswer[]> {
    if (participantId === undefined) throw badRequest([{ path: 'participantId', message: 'is missing' }]);
    const range = readBoundedIntervals(from, to, MOST_INTERVALS);
    if (!maySee(sender, participantId) || !(await this.directory.participant(participantId)))
      throw notFound(`participant ${participantId}`);
    const terms = await this.baselines.termsFor(participantId, range.from, name);
    if (!terms.ok) throw badRequest(terms.faults.map((fault) => ({ ...fault, path: 'method' })));
    const subject = { participantId, meterId: await this.meteringPoints.oneMeter(participantId, meterId) };
    const days = await this.baselines.days(terms.value, subject, range);
    return days.flatMap((day) => answersOf(day, this.configuration.market.timeZone, range));
  }
}

/** A day without a baseline says why, once. */
function answersOf(baseline: EvidenceBaseline, zone: string, { from, to }: IntervalRange): BaselineAnswer[] {
  const { day } = baseline;
  const daysOf = (days: readonly ConsideredDay[]): ConsideredDayAnswer[] => days.map((each) => ({ ...each }));
  if (!baseline.ok) {
    const days = daysOf(baseline.refused.flatMap((refused) => refused.days));
    return [{ day, intervalStart: null, baselineWh: null, missing: refusalReason(baseline.refused), days }];
  }
  const { method, baselineWh } = baseline;
  const days = daysOf(baseline.days);
  return dayQuarters(day, zone)
    .map(({ interval }, index) => ({ interval, baselineWh: baselineWh[index] ?? null }))
    .filter(({ interval }) => interval >= from && interval < to)
    .map((value) => ({
      ...{ day, method, intervalStart: formatInstant(instantOf(value.interval)) },
      ...{ baselineWh: value.baselineWh, days },
    }));
}
