import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { ContractsAgreed } from '#messages';
import { OnMessage, type MessageContext } from '#messaging';
import { Delegation } from './delegation.js';

@Controller()
export class DelegationMessages {
  constructor(@Inject(Delegation) private readonly delegation: Delegation) {}

  @OnMessage('fman', 'contracts.agreed')
  async agreed(@Payload() message: ContractsAgreed, @Ctx() { transaction }: MessageContext): Promise<void> {
    await this.delegation.keep(transaction, message);
  }
}
