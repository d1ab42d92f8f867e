import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsISO8601 } from 'class-validator';
import type { SimulatedClock } from '#clock';
import { Access } from '#directory';
import { badRequest, conflict, notFound } from '#problem-details';
import { MarketClock } from './market-clock.js';

class ClockDto {
  @ApiProperty({ example: '2024-03-12T08:15:00Z' })
  @IsISO8601({ strict: true })
  now!: string;
}

@ApiTags('Clock')
@Controller('admin/v1/clock')
export class MarketClockController {
  constructor(@Inject(MarketClock) private readonly marketClock: MarketClock) {}

  @Get()
  @Access('admin', 'brp', 'dso', 'aggregator', 'auditor')
  @ApiOperation({ summary: 'Simulated market time' })
  read(): { now: string } {
    return answer(this.clock());
  }

  @Post()
  @HttpCode(200)
  @Access('admin')
  @ApiOperation({ summary: 'Move simulated market time forward; answers when all work due by then is done' })
  async move(@Body() body: ClockDto): Promise<{ now: string }> {
    const clock = this.clock();
    const wanted = Date.parse(body.now);
    if (Number.isNaN(wanted)) throw badRequest([{ path: 'now', message: 'must be an ISO 8601 instant' }]);
    if (wanted < clock.now()) throw conflict('Market time does not move back.');
    await this.marketClock.moveTo(clock, wanted);
    return answer(clock);
  }

  private clock(): SimulatedClock {
    const clock = this.marketClock.simulated;
    if (!clock) throw notFound('simulated clock: the platform runs in real time');
    return clock;
  }
}

const answer = (clock: SimulatedClock): { now: string } => ({ now: new Date(clock.now()).toISOString() });
