import { formatInstant } from '#flexoffer';
import type { Alarm } from './alarm.entity.js';

export function alarmView({ id, gateId, clearingId, method, reason, raisedAt }: Alarm): object {
  return { alarmId: id, gateId, clearingId, method, reason, raisedAt: formatInstant(raisedAt) };
}
