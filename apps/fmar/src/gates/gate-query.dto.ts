import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { RangePageQuery } from '#paging';

const ORDERS = ['asc', 'desc'] as const;

/** The range is of the closing times. */
export class GateQuery extends RangePageQuery {
  @ApiPropertyOptional({ enum: ORDERS, default: 'asc' })
  @IsOptional()
  @IsIn(ORDERS)
  order?: (typeof ORDERS)[number];
}
