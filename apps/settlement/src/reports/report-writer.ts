import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '#configuration';
import { zoneOf } from '#flexoffer';
import { derivedId } from '#identifiers';
import type { Transaction } from '#persistence';
import { CODE_VERSION } from '#settlement';
import { Contracts } from '../contracts/contracts.js';
import { deliveriesOf, eventDays } from '../deliveries/known-deliveries.js';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { withHistory } from '../interval-range/with-history.js';
import { post } from '../ledger/post.js';
import { knownReadings } from '../metering/known-readings.js';
import { MeteringPoints } from '../metering-points/metering-points.js';
import { providedFlexibility } from '../rewards/known-flexibility.js';
import { rewardedPositions } from '../rewards/rewarded-positions.js';
import { positions, type Position } from './positions.js';
import { Report } from './report.entity.js';
import { settlePosition } from './settle-position.js';

/** The run for which reports are written. */
export interface ReportedRun extends IntervalRange {
  readonly runId: string;
  readonly knownAt: number;
}

/** Gathers what is known of a participant, settles it, and keeps report, evidence and ledger entries. */
@Injectable()
export class ReportWriter {
  constructor(
    @Inject(Contracts) private readonly contracts: Contracts,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Writes the participant's reports of the run: one for each meter and contract. @returns how many */
  async write(transaction: Transaction, run: ReportedRun, participantId: string): Promise<number> {
    const { timeZone } = this.configuration.market;
    const deliveries = await deliveriesOf(transaction, participantId, run);
    const offers = await providedFlexibility(transaction, participantId, run);
    const meters = await this.metersOf([...deliveries, ...offers]);
    const contracts = await this.contracts.versionsOf(participantId, run.knownAt);
    const days = await eventDays(transaction, participantId, withHistory(run), timeZone);
    const version = await nextVersion(transaction, run, participantId);
    const found = rewardedPositions(positions(deliveries, meters, contracts), {
      ...{ contracts, offers, meters, zone: timeZone },
      period: { from: run.from, to: run.to },
    });
    for (const position of found) {
      const readings =
        position.meterId === undefined
          ? []
          : await knownReadings(transaction, {
              ...withHistory(run),
              meterId: position.meterId,
              knownAt: run.knownAt,
            });
      const facts = {
        participantId,
        currency: this.configuration.market.currency,
        period: { from: run.from, to: run.to },
        zone: timeZone,
        eventDays: days,
        readings,
      };
      await this.keep(transaction, run, position, { version, ...settlePosition(position, facts) });
    }
    return found.length;
  }

  private async keep(
    transaction: Transaction,
    run: ReportedRun,
    position: Position,
    { version, report, evidence }: ReturnType<typeof settlePosition> & { readonly version: number },
  ): Promise<void> {
    const { participantId, contractId, contractVersion } = report;
    const meterId = position.meterId ?? null;
    const reportId = derivedId('rp', run.runId, participantId, meterId ?? '', contractId, contractVersion);
    await transaction.manager.insert(Report, {
      reportId,
      runId: run.runId,
      version,
      participantId,
      meterId,
      zone: await this.zoneOf(position, participantId),
      from: run.from,
      to: run.to,
      knownAt: run.knownAt,
      content: report,
      evidence,
      evidenceHash: report.evidenceHash,
      codeVersion: CODE_VERSION,
      operatorId: this.configuration.market.operatorId,
      aggregatorId: this.configuration.market.aggregatorId,
    });
    await post(transaction, { runId: run.runId, reportId }, report, this.configuration.market);
  }

  private async metersOf(
    ofDevices: readonly { readonly deviceId?: string | null }[],
  ): Promise<ReadonlyMap<string, string>> {
    const meters = new Map<string, string>();
    for (const deviceId of new Set(ofDevices.flatMap((each) => each.deviceId ?? []))) {
      const meterId = await this.meteringPoints.meterOf(deviceId);
      if (meterId !== undefined) meters.set(deviceId, meterId);
    }
    return meters;
  }

  private async zoneOf({ deliveries: [first] }: Position, participantId: string): Promise<string> {
    const node = await this.meteringPoints.gridNodeOf(first?.deviceId, participantId);
    return zoneOf(node ?? first?.gridNode ?? '', this.configuration.market.zoneDepth);
  }
}

async function nextVersion(
  transaction: Transaction,
  { runId, from, to }: ReportedRun,
  participantId: string,
): Promise<number> {
  const [row] = await transaction.query<{ earlier: number }>(
    `SELECT count(DISTINCT run_id)::integer AS earlier FROM settlement.report
     WHERE participant_id = $1 AND period_from = $2 AND period_to = $3 AND run_id <> $4`,
    [participantId, from, to, runId],
  );
  return (row?.earlier ?? 0) + 1;
}
