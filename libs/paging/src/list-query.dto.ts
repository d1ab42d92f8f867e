import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

/** The query parameters of every list; extended by those with filters of their own. */
export class PageQuery {
  @ApiPropertyOptional({ description: 'How many items at most, 1 to 1000', default: '100' })
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional({ description: 'From the `next-cursor` header of the page before' })
  @IsOptional()
  @IsString()
  cursor?: string;
}

/** A list of things that happen at a time. */
export class RangePageQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'At this instant or later' })
  @IsOptional()
  @IsString()
  from?: string;

  @ApiPropertyOptional({ description: 'Before this instant' })
  @IsOptional()
  @IsString()
  to?: string;
}
