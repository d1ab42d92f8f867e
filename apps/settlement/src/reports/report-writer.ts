import { Inject, Injectable } from '@nestjs/common';
import { pause } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { zoneOf } from '#flexoffer';
import { derivedId } from '#identifiers';
import type { Transaction } from '#persistence';
import { CODE_VERSION } from '#settlement';
import { Contracts } from '../contracts/contracts.js';
import { post } from '../ledger/post.js';
import { MeteringPoints } from '../metering-points/metering-points.js';
import { positionFacts } from './position-facts.js';
import type { Position } from './positions.js';
import { summaryOf } from './report-summary.js';
import { Report } from './report.entity.js';
import { settlePosition } from './settle-position.js';
import { stepFacts, type ParticipantFacts, type ReportedRun, type StepFacts } from './step-facts.js';

/** Gathers what is known of participants, settles them, and keeps reports, evidence and ledger entries. */
@Injectable()
export class ReportWriter {
  constructor(
    @Inject(Contracts) private readonly contracts: Contracts,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Writes the participants' reports of the run: of each, one for each meter and contract. @returns how many */
  async write(
    transaction: Transaction,
    run: ReportedRun,
    participantIds: readonly string[],
  ): Promise<number> {
    const { market } = this.configuration;
    const { contracts, meteringPoints } = this;
    const step = await stepFacts(transaction, run, participantIds, market.timeZone, {
      contracts,
      meteringPoints,
    });
    const reports: Report[] = [];
    for (const participant of step.participants) {
      for (const position of participant.positions)
        reports.push(this.report(run, step, participant, position));
      // Whoever asks the platform something meanwhile is answered between two participants.
      await pause(0);
    }
    if (reports.length === 0) return 0;
    await transaction.manager.insert(Report, reports);
    await post(transaction, run.runId, reports, market);
    return reports.length;
  }

  private report(
    run: ReportedRun,
    step: StepFacts,
    participant: ParticipantFacts,
    position: Position,
  ): Report {
    const { participantId, version } = participant;
    const { report, evidence } = settlePosition(
      position,
      positionFacts(run, step, participant, position, this.configuration.market),
    );
    const { contractId, contractVersion, evidenceHash } = report;
    const meterId = position.meterId ?? null;
    return {
      reportId: derivedId('rp', run.runId, participantId, meterId ?? '', contractId, contractVersion),
      runId: run.runId,
      version,
      participantId,
      meterId,
      zone: zoneOf(nodeOf(participantId, position, step), this.configuration.market.zoneDepth),
      from: run.from,
      to: run.to,
      knownAt: run.knownAt,
      summary: summaryOf(report),
      content: report,
      evidence,
      evidenceHash,
      codeVersion: CODE_VERSION,
      operatorId: this.configuration.market.operatorId,
      aggregatorId: this.configuration.market.aggregatorId,
    };
  }
}

/** Where the meter is: its device's node, else its owner's, else that of the trade. */
function nodeOf(
  participantId: string,
  { deliveries: [first] }: Position,
  { points, nodes }: StepFacts,
): string {
  const device = first?.deviceId === undefined ? undefined : points.get(first.deviceId)?.gridNode;
  return device ?? nodes.get(participantId) ?? first?.gridNode ?? '';
}
