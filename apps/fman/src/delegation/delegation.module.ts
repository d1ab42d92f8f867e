import { Module } from '@nestjs/common';
import { DelegationMessages } from './delegation-messages.js';
import { Delegation } from './delegation.js';
import { ProvidedFlexibility } from './provided-flexibility.js';

@Module({
  controllers: [DelegationMessages],
  providers: [Delegation, ProvidedFlexibility],
  exports: [Delegation, ProvidedFlexibility],
})
export class DelegationModule {}
