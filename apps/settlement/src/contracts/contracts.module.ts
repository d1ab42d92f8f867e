import { Module } from '@nestjs/common';
import { Contracts } from './contracts.js';
import { ContractsController } from './contracts.controller.js';

@Module({ controllers: [ContractsController], providers: [Contracts], exports: [Contracts] })
export class ContractsModule {}
