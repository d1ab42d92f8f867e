import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Type, type Static } from 'typebox';
import { Clock } from '#clock';
import { Access, Sender, type Principal } from '#directory';
import { formatInstant, instantOf } from '#flexoffer';
import { DIRECTIONS, ESTIMATION_RULES, VALIDATION_RULES } from '#meter-data';
import { badRequest } from '#problem-details';
import { openApiSchema } from '#validation';
import { ownParticipant } from '../../access/own-participant.js';
import { readBoundedIntervals } from '../../interval-range/interval-range.js';
import { MeteringPoints } from '../../metering-points/metering-points.js';
import { readAsOf } from '../as-of.js';
import { ReadingValidation } from './reading-validation.js';

/** A quarter of a year, with an hour for a change of the clock. */
const MOST_INTERVALS = 92 * 96 + 4;
const DateTime = Type.String({ format: 'date-time' });
const Wh = Type.Integer({ minimum: 0 });

const ValidationAnswer = Type.Object({
  meterId: Type.String(),
  knownAt: DateTime,
  days: Type.Array(Type.Object({ day: Type.String(), quarters: Type.Integer(), missing: Type.Integer() })),
  findings: Type.Array(
    Type.Object({
      rule: Type.String({ description: VALIDATION_RULES.map(({ name }) => name).join(', ') }),
      direction: Type.Optional(Type.Enum([...DIRECTIONS])),
      from: DateTime,
      to: DateTime,
      detail: Type.String(),
    }),
  ),
  estimates: Type.Array(
    Type.Object({
      intervalStart: DateTime,
      importWh: Wh,
      exportWh: Wh,
      rule: Type.Enum([...ESTIMATION_RULES]),
      quality: Type.Literal('estimated'),
    }),
    { description: 'What missing quarter-hours may have been. Nothing settles by it.' },
  ),
});
type ValidationAnswer = Static<typeof ValidationAnswer>;

@ApiTags('Meter readings')
@Controller('metering/v1/validation')
export class ValidationController {
  constructor(
    @Inject(ReadingValidation) private readonly validation: ReadingValidation,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Access('prosumer', 'aggregator', 'dso', 'brp', 'auditor', 'admin')
  @ApiOperation({ summary: "What is missing or doubtful in a meter's readings, and what may have been" })
  @ApiQuery({ name: 'asOf', required: false, description: 'Default: now' })
  @ApiOkResponse({ schema: openApiSchema(ValidationAnswer) })
  async validate(
    @Sender() sender: Principal,
    @Query('meterId') meterId?: string,
    @Query('from') from?: string,
    @Query('to') to?: string,
    @Query('asOf') asOf?: string,
  ): Promise<ValidationAnswer> {
    if (meterId === undefined) throw badRequest([{ path: 'meterId', message: 'is missing' }]);
    const range = readBoundedIntervals(from, to, MOST_INTERVALS);
    const knownAt = readAsOf(asOf, this.clock.now());
    await this.meteringPoints.checkMaySee(ownParticipant(sender), meterId);
    const { days, findings, estimates } = await this.validation.of(meterId, range, knownAt);
    return {
      meterId,
      knownAt: formatInstant(knownAt),
      days: [...days],
      findings: findings.map((finding) => ({
        ...finding,
        from: formatInstant(instantOf(finding.from)),
        to: formatInstant(instantOf(finding.to)),
      })),
      estimates: estimates.map(({ interval, ...estimate }) => ({
        ...estimate,
        intervalStart: formatInstant(instantOf(interval)),
        quality: 'estimated',
      })),
    };
  }
}
