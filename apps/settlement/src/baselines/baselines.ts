import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { instantOf, type IntervalIndex, type Result, type WattHours } from '#flexoffer';
import { Database } from '#persistence';
import {
  baselineMethod,
  contractInForce,
  localDays,
  netWh,
  type BaselineMethod,
  type BaselineResult,
  type LocalDay,
} from '#settlement';
import { Contracts } from '../contracts/contracts.js';
import { deliveriesOf, eventDays } from '../deliveries/known-deliveries.js';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { withHistory } from '../interval-range/with-history.js';
import { knownReadings } from '../metering/known-readings.js';
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
    const versions = await this.contracts.versionsOf(participantId, this.clock.now());
    const contract = contractInForce(versions, instantOf(from));
    if (contract) return baselineMethod(contract.baselineMethod);
    return { ok: false, faults: [{ path: 'method', message: 'is missing, and no contract names one' }] };
  }

  /** One result for each local day that `range` touches. */
  async days(method: BaselineMethod, subject: BaselineSubject, range: IntervalRange): Promise<DayBaseline[]> {
    const zone = this.configuration.market.timeZone;
    const history = withHistory(range);
    const readings = await knownReadings(this.database, {
      ...history,
      meterId: subject.meterId,
      knownAt: this.clock.now(),
    });
    const input = {
      zone,
      readings: new Map(readings.map((one) => [one.interval, netWh(one.importWh, one.exportWh)])),
      eventDays: new Set(await eventDays(this.database, subject.participantId, history, zone)),
      holidays: new Set<LocalDay>(),
      defaultWh: await this.defaultEnergy(subject, range),
    };
    return localDays(range.from, range.to, zone).map((day) => ({
      day,
      ...method.baseline({ day, ...input }),
    }));
  }

  /** The default schedules behind the meter; an offer that serves several trades has one and counts once. */
  private async defaultEnergy(
    { participantId, meterId }: BaselineSubject,
    range: IntervalRange,
  ): Promise<ReadonlyMap<IntervalIndex, WattHours>> {
    const sums = new Map<IntervalIndex, WattHours>();
    const seen = new Set<string>();
    for (const delivery of await deliveriesOf(this.database, participantId, range)) {
      const key = `${delivery.interval} ${delivery.flexOfferId}`;
      if (seen.has(key) || (await this.meteringPoints.meterOf(delivery.deviceId)) !== meterId) continue;
      seen.add(key);
      sums.set(delivery.interval, (sums.get(delivery.interval) ?? 0) + delivery.defaultWh);
    }
    return sums;
  }
}
