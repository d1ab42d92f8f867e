import type { SchedulesAcknowledged } from '#messages';
import type { Transaction } from '#persistence';

/** Keeps when a device first confirmed its schedule. */
export async function keepAcknowledgements(
  transaction: Transaction,
  { schedules }: SchedulesAcknowledged,
): Promise<void> {
  const rows = schedules.map(({ flexOfferId, scheduleId, at }) => ({
    id: flexOfferId,
    schedule_id: scheduleId,
    at: new Date(at).toISOString(),
  }));
  await transaction.query(
    `UPDATE fman.flexoffer SET acknowledged_at = confirmed.at
     FROM jsonb_to_recordset($1::jsonb) AS confirmed (id text, schedule_id text, at timestamptz)
     WHERE flexoffer.id = confirmed.id AND flexoffer.schedule_id = confirmed.schedule_id AND acknowledged_at IS NULL`,
    [JSON.stringify(rows)],
  );
}
