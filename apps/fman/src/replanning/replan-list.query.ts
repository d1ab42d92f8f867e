import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { RangePageQuery } from '#paging';

/** The range is of the times at which something was re-planned. */
export class ReplanListQuery extends RangePageQuery {
  @ApiPropertyOptional({ description: 'An offer that left its schedule or got another one' })
  @IsOptional()
  @IsString()
  flexOfferId?: string;
}
