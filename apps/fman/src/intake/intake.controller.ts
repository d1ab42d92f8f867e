import { Body, Controller, Delete, Headers, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access, Sender, type Principal } from '#directory';
import { Database } from '#persistence';
import { conflict, notFound } from '#problem-details';
import { openApiSchema } from '#validation';
import { flexOfferAnswer } from '../flexoffers/flex-offer-answer.js';
import { onlyOwner } from '../flexoffers/only-owner.js';
import { StoredFlexOffer } from '../flexoffers/stored-flex-offer.entity.js';
import { OfferChange } from './offer-change.js';
import { FlexOfferBatch, postedItem, postedItems } from './posted-items.js';
import { Posting } from './posting.js';
import { postingAnswers, type PostingAnswer } from './posting-answer.js';
import { Withdrawal } from './withdrawal.js';

@ApiTags('FlexOffers')
@Access('prosumer', 'aggregator', 'admin')
@Controller('fman/v1/flexoffers')
export class IntakeController {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Database) private readonly database: Database,
    @Inject(Posting) private readonly posting: Posting,
    @Inject(OfferChange) private readonly offerChange: OfferChange,
    @Inject(Withdrawal) private readonly withdrawal: Withdrawal,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Offer flexibility; each offer is accepted or rejected at once, with reasons' })
  @ApiConsumes('application/json', 'application/x-ndjson', 'application/xml')
  @ApiBody({ schema: openApiSchema(FlexOfferBatch) })
  async post(
    @Body() body: unknown,
    @Headers('content-type') mediaType: string | undefined,
    @Sender() sender: Principal,
  ): Promise<PostingAnswer[]> {
    const items = postedItems(mediaType, body, this.configuration.bodyLimitBytes);
    return postingAnswers(await this.posting.post(items, sender));
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change a FlexOffer that has not traded; the body is the FlexOffer' })
  @ApiConsumes('application/json', 'application/xml')
  @ApiBody({ schema: { type: 'object' } })
  async change(
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('content-type') mediaType: string | undefined,
    @Sender() sender: Principal,
  ): Promise<object> {
    const item = postedItem(mediaType, body);
    const row = await this.database.transaction((transaction) =>
      this.offerChange.change(transaction, id, item, sender),
    );
    return flexOfferAnswer(row, sender.participant.signConvention, 'specification-1');
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Cancel a FlexOffer; what has traded stays sold' })
  async cancel(@Param('id') id: string, @Sender() sender: Principal): Promise<object> {
    const row = await this.database.transaction(async (transaction) => {
      const before = await transaction.manager.findOneBy(StoredFlexOffer, { id });
      const owner = onlyOwner(sender);
      if (!before || (owner !== undefined && before.offeredById !== owner)) throw notFound(`FlexOffer ${id}`);
      const reason = `canceled by ${sender.participant.id}`;
      const canceled = await this.withdrawal.cancel(transaction, [
        { id, reason, toldBy: sender.participant.id },
      ]);
      if (canceled === 0) throw conflict(`FlexOffer ${id} is ${before.state}: its life has ended.`);
      return transaction.manager.findOneByOrFail(StoredFlexOffer, { id });
    });
    return flexOfferAnswer(row, sender.participant.signConvention, 'specification-1');
  }
}
