import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, ValidateIf } from 'class-validator';

/** Exactly one of the two. */
export class IssueTokenDto {
  @ApiPropertyOptional({ description: 'Issue a token for this participant' })
  @ValidateIf((body: IssueTokenDto) => body.deviceId === undefined || body.participantId !== undefined)
  @IsString()
  @Length(1, 64)
  participantId?: string;

  @ApiPropertyOptional({ description: 'Issue a token for this device' })
  @ValidateIf((body: IssueTokenDto) => body.deviceId !== undefined)
  @IsString()
  @Length(1, 64)
  deviceId?: string;
}
