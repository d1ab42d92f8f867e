import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Access, Directory, Sender, type Principal } from '#directory';
import { formatInstant, instantOf } from '#flexoffer';
import { badRequest, notFound } from '#problem-details';
import { maySee } from '../access/own-participant.js';
import { readBoundedIntervals, type IntervalRange } from '../interval-range/interval-range.js';
import { MeteringPoints } from '../metering-points/metering-points.js';
import { BaselineAnswer } from './baseline.answer.js';
import { Baselines, type DayBaseline } from './baselines.js';

/** 31 days, one of them with 25 hours. */
const MOST_INTERVALS = 31 * 96 + 4;

@ApiTags('Baselines')
@Controller('settlement/v1/baselines')
export class BaselinesController {
  constructor(
    @Inject(Baselines) private readonly baselines: Baselines,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(Directory) private readonly directory: Directory,
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
    const method = await this.baselines.methodFor(participantId, range.from, name);
    if (!method.ok) throw badRequest(method.faults.map((fault) => ({ ...fault, path: 'method' })));
    const subject = { participantId, meterId: await this.oneMeter(participantId, meterId) };
    const days = await this.baselines.days(method.value, subject, range);
    return days.flatMap((day) => answersOf(day, range));
  }

  private async oneMeter(participantId: string, meterId: string | undefined): Promise<string> {
    const meters = await this.meteringPoints.metersOf(participantId);
    const [first, ...others] = meterId === undefined ? meters : meters.filter((one) => one === meterId);
    if (first === undefined) throw notFound(`meter of participant ${participantId}`);
    if (others.length === 0) return first;
    throw badRequest([{ path: 'meterId', message: `must be one of ${meters.join(', ')}` }]);
  }
}

/** A day without a baseline says why, once. */
function answersOf(day: DayBaseline, { from, to }: IntervalRange): BaselineAnswer[] {
  const days = day.days.map((considered) => ({ ...considered }));
  if (!day.ok) return [{ day: day.day, intervalStart: null, baselineWh: null, missing: day.reason, days }];
  return day.values
    .filter(({ interval }) => interval >= from && interval < to)
    .map(({ interval, baselineWh }) => ({
      day: day.day,
      intervalStart: formatInstant(instantOf(interval)),
      baselineWh,
      days,
    }));
}
