import { isDeepStrictEqual } from 'node:util';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '#directory';
import { Database } from '#persistence';
import { notFound } from '#problem-details';
import { ClearingRecord } from './clearing.entity.js';
import { decideAgain } from '../clearing/decide-clearing.js';

@ApiTags('Gates')
@Access('admin', 'brp', 'auditor')
@Controller('market/v1/clearings')
export class ClearingsController {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Input and result in the units of the inside: whole watt-hours, consumption-positive, and millionths. */
  @Get(':id')
  @ApiOperation({ summary: 'What a gate decided about, what it decided, and whether that comes out again' })
  async one(@Param('id') id: string): Promise<object> {
    const record = await this.database.dataSource.getRepository(ClearingRecord).findOneBy({ id });
    if (!record) throw notFound(`clearing ${id}`);
    const { gateId, currency, input, result, method, reason } = record;
    return {
      clearingId: id,
      gateId,
      currency,
      method,
      ...(reason === null ? {} : { reason }),
      input,
      result,
      replays: isDeepStrictEqual(replay(record), result),
    };
  }
}

/** The result computed anew, as it would be stored: JSON knows neither -0 nor absent values. */
function replay({ input, method, steps }: ClearingRecord): unknown {
  return JSON.parse(JSON.stringify(decideAgain(input, { method, steps: steps ?? undefined })));
}
