import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import type { DeviceKind } from '#directory';
import { GRID_NODE, GRID_NODE_RULE, IDENTIFIER, IDENTIFIER_RULE } from '../participants/participant.dto.js';

const KINDS = ['fems', 'hems', 'cems', 'cdems', 'direct'] as const;
export const DEFAULT_POLL_INTERVAL_SECONDS = 10;

export class DeviceDto {
  @ApiProperty()
  @Matches(IDENTIFIER, IDENTIFIER_RULE)
  id!: string;

  @ApiProperty()
  @Matches(IDENTIFIER, IDENTIFIER_RULE)
  participantId!: string;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: DeviceKind;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(GRID_NODE, GRID_NODE_RULE)
  gridNode?: string;

  @ApiPropertyOptional({ description: 'The metering point that measures this device' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  meterId?: string;

  @ApiPropertyOptional({ default: DEFAULT_POLL_INTERVAL_SECONDS })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(86_400)
  pollIntervalSeconds?: number;
}
