import type { Instant } from '#flexoffer';
import type { Transaction } from '#persistence';
import { BaseRpcContext } from '@nestjs/microservices';
import type { ReceivedMessage } from './inbox.js';

/** What a handler gets beside the payload; all that it writes belongs into `transaction`. */
export class MessageContext extends BaseRpcContext<[ReceivedMessage]> {
  constructor(
    message: ReceivedMessage,
    readonly transaction: Transaction,
  ) {
    super([message]);
  }

  /** Market time at which the message was sent. */
  get sentAt(): Instant {
    return this.args[0].sentAt;
  }

  get trace(): string {
    return this.args[0].trace;
  }
}
