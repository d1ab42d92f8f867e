import type { ServiceDefinition } from '#service';
import { ContractVersionRow } from './contracts/contract-version.entity.js';
import { AssignedDelivery } from './deliveries/delivery.entity.js';
import { StoredBaselineCheck } from './baseline-checks/baseline-check.entity.js';
import { Outage } from './outages/outage.entity.js';
import { Temperature } from './temperatures/temperature.entity.js';
import { Trade } from './deliveries/trade.entity.js';
import { LedgerEntry } from './ledger/ledger-entry.entity.js';
import { MeteredDirection } from './metering/blocks/metered-direction.entity.js';
import { StoredReadingBlock } from './metering/blocks/reading-block.entity.js';
import { Readings1763670000150 } from './migrations/1763670000150-readings.js';
import { Contracts1763670000151 } from './migrations/1763670000151-contracts.js';
import { Deliveries1763670000152 } from './migrations/1763670000152-deliveries.js';
import { Runs1763670000153 } from './migrations/1763670000153-runs.js';
import { Reports1763670000154 } from './migrations/1763670000154-reports.js';
import { SigningKeyRow } from './evidence-packages/signing-key.entity.js';
import { Ledger1763670000155 } from './migrations/1763670000155-ledger.js';
import { Registers1763670000156 } from './migrations/1763670000156-registers.js';
import { StoredRegisterReading } from './metering/registers/register-reading.entity.js';
import { EvidencePackages1763670000160 } from './migrations/1763670000160-evidence-packages.js';
import { Rewards1763670000161 } from './migrations/1763670000161-rewards.js';
import { RunProgress1763670000164 } from './migrations/1763670000164-run-progress.js';
import { ReportSummaries1763670000165 } from './migrations/1763670000165-report-summaries.js';
import { BaselineConditions1763670000166 } from './migrations/1763670000166-baseline-conditions.js';
import { DeliveryKnowledge1763670000167 } from './migrations/1763670000167-delivery-knowledge.js';
import { SubmittedPrognosis } from './prognoses/prognosis.entity.js';
import { Report } from './reports/report.entity.js';
import { Run } from './runs/run.entity.js';
import { ProvidedFlexibility } from './rewards/provided-flexibility.entity.js';
import { RunParticipant } from './runs/run-participant.entity.js';
import { FEATURES, SettlementModule } from './settlement.module.js';

export const settlementService: ServiceDefinition = {
  name: 'settlement',
  path: 'settlement',
  title: 'Settlement: metering, contracts, baselines, runs, reports, ledger',
  module: SettlementModule,
  features: FEATURES,
  storage: {
    schema: 'settlement',
    entities: [
      StoredReadingBlock,
      MeteredDirection,
      StoredRegisterReading,
      ContractVersionRow,
      Trade,
      AssignedDelivery,
      Run,
      Report,
      LedgerEntry,
      SigningKeyRow,
      ProvidedFlexibility,
      RunParticipant,
      Temperature,
      Outage,
      SubmittedPrognosis,
      StoredBaselineCheck,
    ],
    migrations: [
      Readings1763670000150,
      Contracts1763670000151,
      Deliveries1763670000152,
      Runs1763670000153,
      Reports1763670000154,
      Ledger1763670000155,
      Registers1763670000156,
      EvidencePackages1763670000160,
      Rewards1763670000161,
      RunProgress1763670000164,
      ReportSummaries1763670000165,
      BaselineConditions1763670000166,
      DeliveryKnowledge1763670000167,
    ],
  },
};
