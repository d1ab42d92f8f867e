import type { Instant } from '#flexoffer';
import {
  localDayOf,
  type BaselineCheck,
  type BaselineMethod,
  type LocalDay,
  type PrognosisDay,
  type TemperatureDay,
} from '#settlement';
import { baselineChecks } from '../baseline-checks/known-checks.js';
import type { IntervalRange } from '../interval-range/interval-range.js';
import { outageDays } from '../outages/outage-days.js';
import { submittedPrognoses } from '../prognoses/known-prognoses.js';
import type { Queryable } from '../queryable.js';
import { knownTemperatures } from '../temperatures/known-temperatures.js';

/** What baselines of a meter depend on beside its readings and what was asked for. */
export interface MeterConditions {
  readonly outageDays: readonly LocalDay[];
  readonly temperatures: readonly TemperatureDay[];
  /** All that were submitted, in order of arrival. */
  readonly prognoses: readonly PrognosisDay[];
  readonly baselineChecks: readonly BaselineCheck[];
}

export interface ConditionsQuestion {
  readonly meterIds: readonly string[];
  /** Where the meters are, as far as it is known. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Whole local days that the baselines may look at. */
  readonly history: IntervalRange;
  readonly knownAt: Instant;
  readonly methods: readonly BaselineMethod[];
}

/** The conditions of meters as they were known at an instant; what none of the methods needs is not looked up. */
export async function baselineConditions(
  database: Queryable,
  { meterIds, nodes, history, knownAt, methods }: ConditionsQuestion,
  zone: string,
): Promise<ReadonlyMap<string, MeterConditions>> {
  const question = { ...history, knownAt };
  const need = (what: BaselineMethod['needs']): boolean => methods.some(({ needs }) => needs === what);
  const outages = await outageDays(database, meterIds, question, zone);
  const places = need('temperature') ? [...nodes.values()] : [];
  const temperatures = await knownTemperatures(database, places, question, zone);
  const days = { from: localDayOf(history.from, zone), to: localDayOf(history.to - 1, zone), knownAt };
  const prognoses = await submittedPrognoses(database, need('prognosis') ? meterIds : [], days);
  const checks = await baselineChecks(database, meterIds, knownAt);
  return new Map(
    meterIds.map((meterId) => [
      meterId,
      {
        outageDays: outages.get(meterId) ?? [],
        temperatures: temperatures.get(nodes.get(meterId) ?? '') ?? [],
        prognoses: prognoses.get(meterId) ?? [],
        baselineChecks: checks.get(meterId) ?? [],
      },
    ]),
  );
}

export const NO_CONDITIONS: MeterConditions = {
  outageDays: [],
  temperatures: [],
  prognoses: [],
  baselineChecks: [],
};
