import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Sender, type Principal } from '#directory';
import { readPage, readRange, sendPage } from '#paging';
import { Database } from '#persistence';
import { notFound } from '#problem-details';
import { flexOfferAnswer, historyAnswer, type HistoryAnswer } from './flex-offer-answer.js';
import { FlexOfferHistory } from './flex-offer-history.entity.js';
import { DialectQuery, FlexOfferListQuery } from './flex-offer-list.query.js';
import { selectFlexOffers } from './select-flex-offers.js';
import { StoredFlexOffer } from './stored-flex-offer.entity.js';
import { onlyOwner } from './only-owner.js';

@ApiTags('FlexOffers')
@Access('prosumer', 'aggregator', 'brp', 'auditor', 'admin')
@Controller('fman/v1/flexoffers')
export class FlexOffersController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: 'FlexOffers by id; a prosumer sees its own' })
  async list(
    @Query() query: FlexOfferListQuery,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly object[]> {
    const page = readPage(query.limit, query.cursor);
    const owner = onlyOwner(sender);
    const rows = await selectFlexOffers(this.database, {
      ...(query.state === undefined ? {} : { state: query.state }),
      ...(query.offeredById === undefined ? {} : { offeredById: query.offeredById }),
      ...(owner === undefined ? {} : { onlyOwner: owner }),
      range: readRange(query.from, query.to),
      page,
    });
    const shown = sendPage(reply, page, rows, (row) => row.id);
    return shown.map((row) =>
      flexOfferAnswer(row, sender.participant.signConvention, query.dialect ?? 'specification-1'),
    );
  }

  @Get('summary')
  @ApiOperation({ summary: 'How many FlexOffers are in each state' })
  async summary(@Sender() sender: Principal): Promise<{ byState: Record<string, number> }> {
    const rows = await this.database.query<{ state: string; offers: number }>(
      `SELECT state, count(*)::int AS offers FROM fman.flexoffer
       WHERE $1::text IS NULL OR offered_by_id = $1 GROUP BY state ORDER BY state`,
      [onlyOwner(sender) ?? null],
    );
    return { byState: Object.fromEntries(rows.map(({ state, offers }) => [state, offers])) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A FlexOffer with its state, schedule and aggregate, in the reader’s sign' })
  async one(
    @Param('id') id: string,
    @Query() { dialect }: DialectQuery,
    @Sender() sender: Principal,
  ): Promise<object> {
    const row = await this.find(id, sender);
    return flexOfferAnswer(row, sender.participant.signConvention, dialect ?? 'specification-1');
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'Every step in the life of a FlexOffer, oldest first' })
  async history(@Param('id') id: string, @Sender() sender: Principal): Promise<readonly HistoryAnswer[]> {
    const { id: flexOfferId } = await this.find(id, sender);
    const steps = await this.database.dataSource
      .getRepository(FlexOfferHistory)
      .find({ where: { flexOfferId }, order: { number: 'ASC' } });
    return steps.map(historyAnswer);
  }

  private async find(id: string, sender: Principal): Promise<StoredFlexOffer> {
    const row = await this.database.dataSource.getRepository(StoredFlexOffer).findOneBy({ id });
    const owner = onlyOwner(sender);
    if (!row || (owner !== undefined && row.offeredById !== owner)) throw notFound(`FlexOffer ${id}`);
    return row;
  }
}
