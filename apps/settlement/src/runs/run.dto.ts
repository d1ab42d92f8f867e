import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsISO8601, IsOptional, IsString, Length, ValidateNested } from 'class-validator';

/** Whom a run settles. */
export class RunScopeDto {
  @ApiProperty()
  @IsString()
  @Length(1, 64)
  participantId!: string;
}

export class RunDto {
  @ApiProperty({ example: '2024-03-12T23:00:00Z' })
  @IsISO8601({ strict: true })
  from!: string;

  @ApiProperty({ example: '2024-03-13T23:00:00Z', description: 'Exclusive' })
  @IsISO8601({ strict: true })
  to!: string;

  @ApiPropertyOptional({
    description:
      'Settle by what was known at this instant, so that an earlier run can be repeated. Default: now',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  knownAt?: string;

  @ApiPropertyOptional({ type: RunScopeDto, description: 'Absent: everybody with deliveries' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RunScopeDto)
  scope?: RunScopeDto;
}

export class RunCreatedAnswer {
  @ApiProperty()
  runId!: string;
}

export class RunAnswer extends RunCreatedAnswer {
  @ApiProperty({ enum: ['queued', 'running', 'completed', 'failed'] })
  state!: string;

  @ApiProperty()
  from!: string;

  @ApiProperty()
  to!: string;

  @ApiPropertyOptional({ type: RunScopeDto })
  scope?: RunScopeDto;

  @ApiProperty({ description: 'Readings and contracts count as they were known at this instant' })
  knownAt!: string;

  @ApiPropertyOptional({ description: 'How many participants the run settles; absent until it has begun' })
  participants?: number;

  @ApiProperty({ description: 'How many of them have their reports' })
  settledParticipants!: number;

  @ApiProperty({ description: 'Reports made so far' })
  reports!: number;

  @ApiProperty({ description: "Trades of the period whose members' parts are not all known" })
  incompleteTrades!: number;

  @ApiProperty()
  createdAt!: string;

  @ApiPropertyOptional()
  completedAt?: string;
}
