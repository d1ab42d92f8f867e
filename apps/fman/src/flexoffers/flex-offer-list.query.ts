import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { DIALECTS, LIFE_CYCLE, type FlexOfferState } from '#flexoffer';
import { RangePageQuery } from '#paging';
import type { AskedDialect } from './flex-offer-answer.js';

const STATES = Object.keys(LIFE_CYCLE);
const ASKED_DIALECTS: readonly AskedDialect[] = [...DIALECTS, 'own'];

/** In which form a FlexOffer is wanted. */
export class DialectQuery {
  @ApiPropertyOptional({
    enum: ASKED_DIALECTS,
    description: 'own: the form in which it arrived; specification-1 unless said otherwise',
  })
  @IsOptional()
  @IsIn(ASKED_DIALECTS)
  dialect?: AskedDialect;
}

/** The range is of the times at which an offer may run. */
export class FlexOfferListQuery extends RangePageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: FlexOfferState;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  offeredById?: string;

  @ApiPropertyOptional({ enum: ASKED_DIALECTS })
  @IsOptional()
  @IsIn(ASKED_DIALECTS)
  dialect?: AskedDialect;
}
