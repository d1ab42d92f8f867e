import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { LIFE_CYCLE, type FlexOfferState } from '#flexoffer';
import { RangePageQuery } from '#paging';

const STATES = Object.keys(LIFE_CYCLE);

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
}
