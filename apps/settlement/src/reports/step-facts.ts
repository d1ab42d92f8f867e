import type { Transaction } from '#persistence';
import { contractMethods, type LocalDay } from '#settlement';
import { baselineConditions, type MeterConditions } from '../baselines/conditions.js';
import type { Contracts } from '../contracts/contracts.js';
import { deliveriesOf, eventDays, type DeviceDelivery } from '../deliveries/known-deliveries.js';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { localDayRange } from '../interval-range/local-day-range.js';
import { meterCurves, type MeterCurve } from '../metering/meter-curves.js';
import type { MeteringPoint, MeteringPoints } from '../metering-points/metering-points.js';
import { providedFlexibility } from '../rewards/known-flexibility.js';
import { rewardedPositions } from '../rewards/rewarded-positions.js';
import { positions, type Position } from './positions.js';
import { nextVersions } from './report-versions.js';

/** The run for which reports are written. */
export interface ReportedRun extends IntervalRange {
  readonly runId: string;
  readonly knownAt: number;
}

/** What is known of one participant that a run settles. */
export interface ParticipantFacts {
  readonly participantId: string;
  /** On the whole days that the period touches, also outside of it. */
  readonly deliveries: readonly DeviceDelivery[];
  readonly positions: readonly Position[];
  /** In the period and in the history of every position. */
  readonly eventDays: readonly LocalDay[];
  /** Of the reports to write. */
  readonly version: number;
}

/** What is known of the participants of one step. */
export interface StepFacts {
  readonly participants: readonly ParticipantFacts[];
  /** By device. */
  readonly points: ReadonlyMap<string, MeteringPoint>;
  /** By participant. */
  readonly nodes: ReadonlyMap<string, string>;
  /** By meter, as is `conditions`. */
  readonly curves: ReadonlyMap<string, MeterCurve>;
  readonly conditions: ReadonlyMap<string, MeterConditions>;
}

/** Where facts of other features come from. */
export interface FactSources {
  readonly contracts: Contracts;
  readonly meteringPoints: MeteringPoints;
}

/** Gathers all that a step needs, each kind for all its participants at once. */
export async function stepFacts(
  transaction: Transaction,
  run: ReportedRun,
  participantIds: readonly string[],
  zone: string,
  sources: FactSources,
): Promise<StepFacts> {
  const { contracts: allContracts, meteringPoints } = sources;
  const deliveries = await deliveriesOf(transaction, participantIds, {
    ...localDayRange(run, zone),
    knownAt: run.knownAt,
  });
  const offers = await providedFlexibility(transaction, participantIds, run);
  const known = [...[...deliveries.values()].flat(), ...offers];
  const deviceIds = known.flatMap(({ deviceId }) => deviceId ?? []);
  const points = await meteringPoints.ofDevices(deviceIds);
  const nodes = await meteringPoints.nodesOf(participantIds);
  const versions = await allContracts.versionsOf(participantIds, run.knownAt);
  const found = new Map(
    participantIds.map((id) => {
      const settled = (deliveries.get(id) ?? []).filter(
        ({ interval }) => interval >= run.from && interval < run.to,
      );
      const contracts = versions.get(id) ?? [];
      const rewarded = rewardedPositions(positions(settled, points, contracts), {
        contracts,
        points,
        offers: offers.filter(({ participantId }) => participantId === id),
        period: { from: run.from, to: run.to },
        zone,
      });
      return [id, rewarded];
    }),
  );
  const all = [...found.values()].flat();
  const history = localDayRange(run, zone, Math.max(0, ...all.map(lookBackDays)));
  const meterIds = all.flatMap(({ meterId }) => meterId ?? []);
  const curves = await meterCurves(transaction, { meterIds, ...history, knownAt: run.knownAt });
  const conditions = await baselineConditions(
    transaction,
    {
      ...{ meterIds, history, knownAt: run.knownAt },
      nodes: await meteringPoints.nodesOfMeters(meterIds),
      methods: all.flatMap(({ contract }) => (contract === undefined ? [] : contractMethods(contract))),
    },
    zone,
  );
  const days = await eventDays(transaction, participantIds, { ...history, knownAt: run.knownAt }, zone);
  const numbers = await nextVersions(transaction, run, participantIds);
  const participants = participantIds.map((participantId) => ({
    participantId,
    deliveries: deliveries.get(participantId) ?? [],
    positions: found.get(participantId) ?? [],
    eventDays: days.get(participantId) ?? [],
    version: numbers.get(participantId) ?? 1,
  }));
  return { participants, points, nodes, curves, conditions };
}

/** How many days before a day the baselines of a position may look at. */
export function lookBackDays({ contract }: Position): number {
  if (contract === undefined) return 0;
  return Math.max(0, ...contractMethods(contract).map((method) => method.lookBackDays));
}
