import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import type { Principal } from '#directory';
import { currentTrace } from '#observability';
import type { Transaction } from '#persistence';
import { AuditEntry } from './audit-entry.entity.js';

/** Keeps who changed what, in the transaction of the change. */
@Injectable()
export class AuditLog {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async record(
    transaction: Transaction,
    actor: Principal,
    action: string,
    subject: string,
    content: object,
  ): Promise<void> {
    await transaction.manager.insert(AuditEntry, {
      at: this.clock.now(),
      actor: actor.participant.id,
      action,
      subject,
      content,
      trace: currentTrace(),
    });
  }
}
