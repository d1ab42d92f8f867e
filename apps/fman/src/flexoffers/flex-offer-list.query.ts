import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { LIFE_CYCLE, type FlexOfferState } from '#flexoffer';

const STATES = Object.keys(LIFE_CYCLE);

export class FlexOfferListQuery {
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: FlexOfferState;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  offeredById?: string;

  @ApiPropertyOptional({ description: 'Offers that may still run at or after this instant' })
  @IsOptional()
  @IsString()
  from?: string;

  @ApiPropertyOptional({ description: 'Offers that may run before this instant' })
  @IsOptional()
  @IsString()
  to?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  cursor?: string;
}
