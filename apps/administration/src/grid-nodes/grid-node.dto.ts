import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import type { GridNodeRecord } from '#directory';
import { GRID_NODE, GRID_NODE_RULE } from '../participants/participant.dto.js';

const KINDS = ['zone', 'substation', 'feeder', 'connection'] as const;
const LARGEST_CAPACITY_KW = 100_000_000;

export class GridNodeDto {
  @ApiPropertyOptional({ description: 'The path without its last label; a check, as the id says it already' })
  @IsOptional()
  @Matches(GRID_NODE, GRID_NODE_RULE)
  parent?: string;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: GridNodeRecord['kind'];

  @ApiPropertyOptional()
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(LARGEST_CAPACITY_KW)
  importCapacityKw?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(LARGEST_CAPACITY_KW)
  exportCapacityKw?: number;

  @ApiPropertyOptional({ description: 'Price of the transfer to the node above, in either direction' })
  @IsOptional()
  @Matches(/^\d{1,6}(\.\d{1,6})?$/, { message: 'must be a decimal string such as "0.025", at least 0' })
  transferPricePerKwh?: string;
}
