import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Sender, type Principal } from '#directory';
import { intervalOf } from '#flexoffer';
import { RangePageQuery, readPage, readRange, sendPage } from '#paging';
import { Database } from '#persistence';
import { restrictedTo } from '../orders/visibility.js';
import { releaseView } from './release-view.js';
import { TradeRelease } from './trade-release.entity.js';

@ApiTags('Trades')
@Access('admin', 'brp', 'auditor', 'aggregator', 'dso')
@Controller('market/v1/releases')
export class ReleasesController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @ApiOperation({
    summary: 'What was taken back out of trades, by interval of delivery; a grid operator sees its own',
  })
  async list(
    @Query() query: RangePageQuery,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly object[]> {
    const page = readPage(query.limit, query.cursor);
    const releases = this.database.dataSource
      .getRepository(TradeRelease)
      .createQueryBuilder('r')
      .orderBy('r.interval')
      .addOrderBy('r.releaseId')
      .take(page.limit + 1);
    const own = restrictedTo(sender);
    if (own !== undefined) releases.andWhere('(r.buyerId = :own OR r.sellerId = :own)', { own });
    const { from, to } = readRange(query.from, query.to);
    // As for trades: an interval is named by its start.
    if (from !== undefined) releases.andWhere('r.interval >= :from', { from: intervalOf(from - 1) + 1 });
    if (to !== undefined) releases.andWhere('r.interval <= :to', { to: intervalOf(to - 1) });
    const [, interval, id] = /^(\d{1,9}) (.+)$/.exec(page.after ?? '') ?? [];
    if (id !== undefined) releases.andWhere('(r.interval, r.releaseId) > (:interval, :id)', { interval, id });
    const listed = await releases.getMany();
    return sendPage(reply, page, listed, (release) => `${release.interval} ${release.releaseId}`).map(
      releaseView,
    );
  }
}
