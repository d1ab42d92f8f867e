import { Module } from '@nestjs/common';
import { BaselinesModule } from './baselines/baselines.module.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { DeliveriesModule } from './deliveries/deliveries.module.js';
import { EvidencePackagesModule } from './evidence-packages/evidence-packages.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MeteringModule } from './metering/metering.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ReportVersionsModule } from './report-versions/report-versions.module.js';
import { RewardsModule } from './rewards/rewards.module.js';
import { RunsModule } from './runs/runs.module.js';
import { ZoneEnergyModule } from './zone-energy/zone-energy.module.js';

export const FEATURES = [
  MeteringModule,
  ContractsModule,
  DeliveriesModule,
  RewardsModule,
  BaselinesModule,
  RunsModule,
  ReportsModule,
  ReportVersionsModule,
  LedgerModule,
  EvidencePackagesModule,
  ZoneEnergyModule,
];

@Module({ imports: FEATURES })
export class SettlementModule {}
