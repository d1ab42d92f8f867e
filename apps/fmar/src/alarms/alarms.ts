import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Instant } from '#flexoffer';
import { derivedId } from '#identifiers';
import { clearingAlarms } from '#observability';
import type { Transaction } from '#persistence';
import type { ClearingRecord } from '../gates/clearing.entity.js';
import { MarketEvents } from '../stream/market-events.js';
import { Alarm } from './alarm.entity.js';
import { alarmView } from './alarm-view.js';

/** Tells the operator of a gate that did not clear as usual: in the list, the stream, the log and the metrics. */
@Injectable()
export class Alarms {
  private readonly logger = new Logger('Alarms');

  constructor(@Inject(MarketEvents) private readonly events: MarketEvents) {}

  /** A clearing that was found as usual raises none. */
  async raiseFor(
    transaction: Transaction,
    { id: clearingId, gateId, method, reason }: ClearingRecord,
    gate: Instant,
  ): Promise<void> {
    if (method === 'search') return;
    const alarm: Alarm = {
      id: derivedId('al', gateId),
      gateId,
      clearingId,
      method,
      reason: reason ?? method,
      raisedAt: gate,
    };
    await transaction.manager.insert(Alarm, alarm);
    await this.events.append(transaction, [{ kind: 'alarm', data: alarmView(alarm) }]);
    transaction.afterCommit(() => {
      clearingAlarms.inc({ method });
      this.logger.error({ gateId, method, reason }, 'a gate did not clear as usual');
    });
  }
}
