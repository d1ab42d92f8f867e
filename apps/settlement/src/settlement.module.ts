import { Module } from '@nestjs/common';
import { BaselineChecksModule } from './baseline-checks/baseline-checks.module.js';
import { BaselinesModule } from './baselines/baselines.module.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { DeliveriesModule } from './deliveries/deliveries.module.js';
import { EvidencePackagesModule } from './evidence-packages/evidence-packages.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MeteringModule } from './metering/metering.module.js';
import { OutagesModule } from './outages/outages.module.js';
import { PrognosesModule } from './prognoses/prognoses.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ReportVersionsModule } from './report-versions/report-versions.module.js';
import { RewardsModule } from './rewards/rewards.module.js';
import { RunsModule } from './runs/runs.module.js';
import { TemperaturesModule } from './temperatures/temperatures.module.js';
import { ZoneEnergyModule } from './zone-energy/zone-energy.module.js';

export const FEATURES = [
  MeteringModule,
  ContractsModule,
  DeliveriesModule,
  RewardsModule,
  TemperaturesModule,
  OutagesModule,
  PrognosesModule,
  BaselinesModule,
  BaselineChecksModule,
  RunsModule,
  ReportsModule,
  ReportVersionsModule,
  LedgerModule,
  EvidencePackagesModule,
  ZoneEnergyModule,
];

@Module({ imports: FEATURES })
export class SettlementModule {}
