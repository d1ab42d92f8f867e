import { Module } from '@nestjs/common';
import { LedgerEntriesController } from './ledger-entries.controller.js';
import { BalancesController } from './balances.controller.js';

@Module({ controllers: [BalancesController, LedgerEntriesController] })
export class LedgerModule {}
