import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** An earlier day that was looked at for a baseline. */
export class ConsideredDayAnswer {
  @ApiProperty({ example: '2024-03-11' })
  day!: string;

  @ApiProperty({ enum: ['counted', 'trimmed', 'skipped'] })
  use!: string;

  @ApiPropertyOptional({ description: 'Of the whole day; absent for a day that was skipped' })
  energyWh?: number;

  @ApiPropertyOptional({ description: 'Why the day was skipped' })
  reason?: string;
}

export class BaselineAnswer {
  @ApiProperty({ example: '2024-03-12', description: 'The local day' })
  day!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null where the day has no baseline' })
  intervalStart!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Consumption-positive' })
  baselineWh!: number | null;

  @ApiPropertyOptional({ description: "By which method: the contract's, or its fallback" })
  method?: string;

  @ApiPropertyOptional({ description: 'Why there is no baseline' })
  missing?: string;

  @ApiProperty({ type: [ConsideredDayAnswer], description: 'The latest first' })
  days!: ConsideredDayAnswer[];
}
