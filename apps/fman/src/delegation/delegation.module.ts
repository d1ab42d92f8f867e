import { Module } from '@nestjs/common';
import { DelegationMessages } from './delegation-messages.js';
import { Delegation } from './delegation.js';

@Module({ controllers: [DelegationMessages], providers: [Delegation], exports: [Delegation] })
export class DelegationModule {}
