import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { instantOf, type IntervalIndex, type Result } from '#flexoffer';
import { Database } from '#persistence';
import {
  baselineMethod,
  contractInForce,
  contractMethods,
  dayQuarters,
  defaultEnergy,
  evidenceBaseline,
  localDays,
  methodChoice,
  netCurve,
  submittedValues,
  temperatureValues,
  type BaselineEvent,
  type BaselineInput,
  type BaselineMethod,
  type BaselineTerms,
  type EvidenceBaseline,
  type LocalDay,
  type MeterHistory,
} from '#settlement';
import { Contracts } from '../contracts/contracts.js';
import { askedFor } from '../deliveries/asked-for.js';
import {
  deliveriesOf,
  eventDays,
  type DeviceDelivery,
  type KnownRange,
} from '../deliveries/known-deliveries.js';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { localDayRange } from '../interval-range/local-day-range.js';
import { meterCurves } from '../metering/meter-curves.js';
import { meterOf } from '../metering-points/meter-of.js';
import { MeteringPoints } from '../metering-points/metering-points.js';
import { countingPrognoses } from '../prognoses/known-prognoses.js';
import { NO_CONDITIONS, baselineConditions, type MeterConditions } from './conditions.js';

/** Whose baseline, and at which of its meters. */
export interface BaselineSubject {
  readonly participantId: string;
  readonly meterId: string;
}

/** What baselines of a meter are computed from, whatever the day. */
interface KnownOfMeter {
  readonly history: MeterHistory;
  readonly events: readonly BaselineEvent[];
  readonly conditions: MeterConditions;
}

/** Baselines as a settlement of now would compute them. */
@Injectable()
export class Baselines {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Contracts) private readonly contracts: Contracts,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The method of that name, or else what the contract in force at the start of `from` says. */
  async termsFor(
    participantId: string,
    from: IntervalIndex,
    name: string | undefined,
  ): Promise<Result<BaselineTerms>> {
    if (name !== undefined) {
      const method = baselineMethod(name);
      return method.ok ? { ok: true, value: { baselineMethod: name } } : method;
    }
    const versions = await this.contracts.versionsOf([participantId], this.clock.now());
    const contract = contractInForce(versions.get(participantId) ?? [], instantOf(from));
    if (contract) return { ok: true, value: contract };
    return { ok: false, faults: [{ path: 'method', message: 'is missing, and no contract names one' }] };
  }

  /** One result for each local day that `range` touches. */
  async days(
    terms: BaselineTerms,
    subject: BaselineSubject,
    range: IntervalRange,
  ): Promise<EvidenceBaseline[]> {
    const { timeZone } = this.configuration.market;
    const { history, events, conditions } = await this.knownOf(subject, contractMethods(terms), range);
    const choice = methodChoice(terms, conditions.baselineChecks);
    const prognoses = countingPrognoses(conditions.prognoses, events, timeZone);
    return localDays(range.from, range.to, timeZone).map((day) => {
      const submitted = prognoses.find((prognosis) => prognosis.day === day);
      const prognosis = submitted === undefined ? {} : { prognosis: submittedValues(submitted, timeZone) };
      const input: BaselineInput = { day, ...history, events, ...prognosis };
      return evidenceBaseline(input, choice);
    });
  }

  /** What a method may look at on `days` (in order, at least one) and before them, as it is known now. */
  async history(
    method: BaselineMethod,
    subject: BaselineSubject,
    days: readonly LocalDay[],
  ): Promise<MeterHistory> {
    const { timeZone } = this.configuration.market;
    const quarters = [days.at(0), days.at(-1)].flatMap((day) => dayQuarters(day ?? '', timeZone));
    const range = { from: quarters.at(0)?.interval ?? 0, to: (quarters.at(-1)?.interval ?? 0) + 1 };
    return (await this.knownOf(subject, [method], range)).history;
  }

  private async knownOf(
    subject: BaselineSubject,
    methods: readonly BaselineMethod[],
    range: IntervalRange,
  ): Promise<KnownOfMeter> {
    const { participantId, meterId } = subject;
    const { timeZone: zone, holidays } = this.configuration.market;
    const lookBackDays = Math.max(0, ...methods.map((method) => method.lookBackDays));
    const history = localDayRange(range, zone, lookBackDays);
    const knownAt = this.clock.now();
    const curve = (await meterCurves(this.database, { ...history, meterIds: [meterId], knownAt })).get(
      meterId,
    );
    const asked = await eventDays(this.database, [participantId], { ...history, knownAt }, zone);
    const behind = await this.deliveriesBehind(subject, { ...localDayRange(range, zone), knownAt });
    const nodes = await this.meteringPoints.nodesOfMeters([meterId]);
    const question = { meterIds: [meterId], nodes, history, knownAt, methods };
    const found = await baselineConditions(this.database, question, zone);
    const conditions = found.get(meterId) ?? NO_CONDITIONS;
    return {
      history: {
        zone,
        readings: curve === undefined ? new Map() : netCurve(curve),
        eventDays: new Set(asked.get(participantId)),
        holidays: new Set(holidays),
        outageDays: new Set(conditions.outageDays),
        temperatureC: temperatureValues(conditions.temperatures, zone),
        defaultWh: defaultEnergy(behind),
      },
      events: askedFor(behind),
      conditions,
    };
  }

  private async deliveriesBehind(
    { participantId, meterId }: BaselineSubject,
    range: KnownRange,
  ): Promise<DeviceDelivery[]> {
    const deliveries = (await deliveriesOf(this.database, [participantId], range)).get(participantId) ?? [];
    const points = await this.meteringPoints.ofDevices(deliveries.flatMap(({ deviceId }) => deviceId ?? []));
    return deliveries.filter((delivery) => meterOf(delivery, points) === meterId);
  }
}
