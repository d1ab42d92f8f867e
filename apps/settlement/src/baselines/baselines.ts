import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { instantOf, type IntervalIndex, type Result } from '#flexoffer';
import { Database } from '#persistence';
import {
  baselineMethod,
  contractInForce,
  defaultEnergy,
  localDays,
  netCurve,
  type BaselineMethod,
  type BaselineResult,
  type LocalDay,
} from '#settlement';
import { Contracts } from '../contracts/contracts.js';
import { askedFor } from '../deliveries/asked-for.js';
import { deliveriesOf, eventDays, type DeviceDelivery } from '../deliveries/known-deliveries.js';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { localDayRange } from '../interval-range/local-day-range.js';
import { meterCurves } from '../metering/meter-curves.js';
import { meterOf } from '../metering-points/meter-of.js';
import { MeteringPoints } from '../metering-points/metering-points.js';

/** Whose baseline, and at which of its meters. */
export interface BaselineSubject {
  readonly participantId: string;
  readonly meterId: string;
}

/** The baseline of one local day. */
export type DayBaseline = BaselineResult & { readonly day: LocalDay };

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

  /** The method of that name, or else the one of the contract in force at the start of `from`. */
  async methodFor(
    participantId: string,
    from: IntervalIndex,
    name: string | undefined,
  ): Promise<Result<BaselineMethod>> {
    if (name !== undefined) return baselineMethod(name);
    const versions = await this.contracts.versionsOf([participantId], this.clock.now());
    const contract = contractInForce(versions.get(participantId) ?? [], instantOf(from));
    if (contract) return baselineMethod(contract.baselineMethod);
    return { ok: false, faults: [{ path: 'method', message: 'is missing, and no contract names one' }] };
  }

  /** One result for each local day that `range` touches. */
  async days(method: BaselineMethod, subject: BaselineSubject, range: IntervalRange): Promise<DayBaseline[]> {
    const { participantId, meterId } = subject;
    const zone = this.configuration.market.timeZone;
    const history = localDayRange(range, zone, method.lookBackDays);
    const question = { ...history, meterIds: [meterId], knownAt: this.clock.now() };
    const curve = (await meterCurves(this.database, question)).get(meterId);
    const eventDaysOf = await eventDays(this.database, [participantId], history, zone);
    const behind = await this.deliveriesBehind(subject, localDayRange(range, zone));
    const input = {
      zone,
      readings: curve === undefined ? new Map() : netCurve(curve),
      eventDays: new Set(eventDaysOf.get(participantId)),
      holidays: new Set<LocalDay>(),
      events: askedFor(behind),
      defaultWh: defaultEnergy(behind),
    };
    return localDays(range.from, range.to, zone).map((day) => ({
      day,
      ...method.baseline({ day, ...input }),
    }));
  }

  private async deliveriesBehind(
    { participantId, meterId }: BaselineSubject,
    range: IntervalRange,
  ): Promise<DeviceDelivery[]> {
    const deliveries = (await deliveriesOf(this.database, [participantId], range)).get(participantId) ?? [];
    const points = await this.meteringPoints.ofDevices(deliveries.flatMap(({ deviceId }) => deviceId ?? []));
    return deliveries.filter((delivery) => meterOf(delivery, points) === meterId);
  }
}
