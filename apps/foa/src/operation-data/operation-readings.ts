import { Injectable } from '@nestjs/common';
import { parseInstant } from '#flexoffer';
import type { Transaction } from '#persistence';
import type { ReceivedRequest } from '../communication/received-request.js';

/** Keeps what devices measure. A second reading of the same instant is a repetition. */
@Injectable()
export class OperationReadings {
  async store(transaction: Transaction, requests: readonly ReceivedRequest[]): Promise<void> {
    const rows = requests.flatMap(({ device, request }) =>
      (request.operationData?.readings ?? []).map(({ at, ...values }) => ({
        deviceId: device.id,
        at,
        values,
      })),
    );
    if (rows.length === 0) return;
    await transaction.query(
      `INSERT INTO foa.operation_reading (device_id, at, values)
       SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::jsonb[]) ON CONFLICT DO NOTHING`,
      [
        rows.map((row) => row.deviceId),
        rows.map((row) => instantText(row.at)),
        rows.map((row) => JSON.stringify(row.values)),
      ],
    );
  }
}

/** The schema has let it through already; offsets become UTC. */
function instantText(at: string): string {
  const instant = parseInstant(at);
  if (instant === undefined) throw new Error(`${at} is not an instant`);
  return new Date(instant).toISOString();
}
