import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { ParticipantRecord, SignConvention } from '#directory';

export const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const IDENTIFIER_RULE = { message: 'must be 1 to 64 letters, digits, dots, dashes or underscores' };
export const GRID_NODE = /^[a-z0-9_-]+(\.[a-z0-9_-]+){0,15}$/;
export const GRID_NODE_RULE = { message: 'must be a grid node path such as z.a.cp1' };

const ROLES = ['prosumer', 'aggregator', 'dso', 'brp', 'auditor', 'admin'] as const;
const SIGN_CONVENTIONS = ['production-positive', 'consumption-positive'] as const;

export class ParticipantDto {
  @ApiProperty()
  @Matches(IDENTIFIER, IDENTIFIER_RULE)
  id!: string;

  @ApiProperty()
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role!: ParticipantRecord['role'];

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(GRID_NODE, GRID_NODE_RULE)
  gridNode?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(IDENTIFIER, IDENTIFIER_RULE)
  contractId?: string;

  @ApiPropertyOptional({ enum: SIGN_CONVENTIONS, default: 'consumption-positive' })
  @IsOptional()
  @IsIn(SIGN_CONVENTIONS)
  signConvention?: SignConvention;
}
