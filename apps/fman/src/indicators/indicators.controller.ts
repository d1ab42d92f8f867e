import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsISO8601 } from 'class-validator';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access } from '#directory';
import { intervalOf } from '#flexoffer';
import { badRequest } from '#problem-details';
import { Indicators } from './indicators.js';
import { IndicatorsAnswer, indicatorsAnswer } from './indicators-answer.js';

class IndicatorsQuery {
  @ApiProperty({ example: '2026-01-15T00:00:00Z' })
  @IsISO8601({ strict: true })
  from!: string;

  @ApiProperty({ example: '2026-01-16T00:00:00Z', description: 'Exclusive; at most 31 days later' })
  @IsISO8601({ strict: true })
  to!: string;
}

/** 31 days of quarter-hours. */
const MOST_INTERVALS = 31 * 96;

@ApiTags('Indicators')
@Access('aggregator', 'brp', 'auditor', 'admin')
@Controller('fman/v1/indicators')
export class IndicatorsController {
  constructor(
    @Inject(Indicators) private readonly indicators: Indicators,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'The portfolio in figures: open contracts, flexibility, activation, adaptability, expected gain and cost',
  })
  @ApiOkResponse({ type: IndicatorsAnswer })
  async read(@Query() query: IndicatorsQuery): Promise<IndicatorsAnswer> {
    const from = intervalOf(Date.parse(query.from));
    const to = intervalOf(Date.parse(query.to) - 1) + 1;
    if (to <= from || to - from > MOST_INTERVALS)
      throw badRequest([{ path: 'to', message: 'must be later than from, by at most 31 days' }]);
    return indicatorsAnswer(await this.indicators.of(from, to), {
      from,
      to,
      openSellOrders: await this.indicators.openSellOrders(),
      openCommitments: await this.indicators.openCommitments(this.clock.now()),
      currency: this.configuration.market.currency,
    });
  }
}
