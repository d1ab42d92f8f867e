import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { RangePageQuery } from '#paging';
import { ORDER_STATES, type OrderState, type Side } from './market-order.entity.js';

const SIDES = ['buy', 'sell'] as const;

/** The range is of the intervals that an order touches. */
export class OrderQuery extends RangePageQuery {
  @ApiPropertyOptional({ enum: SIDES })
  @IsOptional()
  @IsIn(SIDES)
  side?: Side;

  @ApiPropertyOptional({ enum: ORDER_STATES })
  @IsOptional()
  @IsIn(ORDER_STATES)
  state?: OrderState;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  participantId?: string;
}
