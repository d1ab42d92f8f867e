import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

export class TradeQuery {
  @ApiPropertyOptional({ description: 'Delivery starts at this instant or later' })
  @IsOptional()
  @IsString()
  from?: string;

  @ApiPropertyOptional({ description: 'Delivery starts before this instant' })
  @IsOptional()
  @IsString()
  to?: string;

  @ApiPropertyOptional({ description: 'At this node or below it' })
  @IsOptional()
  @IsString()
  gridNode?: string;

  @ApiPropertyOptional({ description: 'The buyer or the seller' })
  @IsOptional()
  @IsString()
  participantId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  limit?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  cursor?: string;
}
