import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { RangePageQuery } from '#paging';

/** The range is of the starts of delivery. */
export class TradeQuery extends RangePageQuery {
  @ApiPropertyOptional({ description: 'At this node or below it' })
  @IsOptional()
  @IsString()
  gridNode?: string;

  @ApiPropertyOptional({ description: 'The buyer or the seller' })
  @IsOptional()
  @IsString()
  participantId?: string;
}
