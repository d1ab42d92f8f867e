import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Sender, type Principal } from '#directory';
import { intervalOf } from '#flexoffer';
import { readPage, readRange, sendPage } from '#paging';
import { Database } from '#persistence';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { restrictedTo } from '../orders/visibility.js';
import { TradeQuery } from './trade-query.dto.js';
import { tradeView } from './trade-view.js';
import { Trade } from './trade.entity.js';

@ApiTags('Trades')
@Access('admin', 'brp', 'auditor', 'aggregator', 'dso')
@Controller('market/v1/trades')
export class TradesController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: 'Trades by interval of delivery; a grid operator sees its own' })
  async list(
    @Query() query: TradeQuery,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly object[]> {
    const page = readPage(query.limit, query.cursor);
    const trades = this.database.dataSource
      .getRepository(Trade)
      .createQueryBuilder('t')
      .orderBy('t.interval')
      .addOrderBy('t.tradeId')
      .take(page.limit + 1);
    restrictTo(trades, query.participantId, 'asked');
    restrictTo(trades, restrictedTo(sender), 'own');
    const { from, to } = readRange(query.from, query.to);
    // An interval is named by its start: one that began before `from` is not part of the range.
    if (from !== undefined) trades.andWhere('t.interval >= :from', { from: intervalOf(from - 1) + 1 });
    if (to !== undefined) trades.andWhere('t.interval <= :to', { to: intervalOf(to - 1) });
    const { gridNode } = query;
    if (gridNode !== undefined)
      trades.andWhere('(t.gridNode = :gridNode OR starts_with(t.gridNode, :below))', {
        gridNode,
        below: `${gridNode}.`,
      });
    const [, interval, tradeId] = /^(\d{1,9}) (.+)$/.exec(page.after ?? '') ?? [];
    if (tradeId !== undefined)
      trades.andWhere('(t.interval, t.tradeId) > (:interval, :tradeId)', { interval, tradeId });
    const listed = await trades.getMany();
    return sendPage(reply, page, listed, (trade) => `${trade.interval} ${trade.tradeId}`).map(tradeView);
  }
}

/** @param name tells the parameters of several such conditions apart */
function restrictTo(
  trades: SelectQueryBuilder<Trade>,
  participantId: string | undefined,
  name: string,
): void {
  if (participantId === undefined) return;
  const parameters = { [name]: participantId };
  trades.andWhere(
    new Brackets((either) =>
      either.where(`t.buyerId = :${name}`, parameters).orWhere(`t.sellerId = :${name}`, parameters),
    ),
  );
}
