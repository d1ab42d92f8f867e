import type { WattHours } from '#flexoffer';
import type { Adjustment } from '../baseline/adjustment/adjustment.js';
import type { BaselineFailure, BaselineInput, ConsideredDay } from '../baseline/baseline-method.js';
import type { LocalDay } from '../calendar/local-day.js';
import type { BaselineCheck } from './baseline-check.js';
import type { MethodChoice } from './method-choice.js';

/** Why a method was not used: it has no baseline, or it broke its limits on this meter. */
export type BaselineRefusal = BaselineFailure | 'outside-limits';

/** A method that was to be used and was not. */
export interface RefusedMethod {
  readonly method: string;
  readonly reason: BaselineRefusal;
  /** As in `BaselineResult`. */
  readonly days: readonly ConsideredDay[];
}

/** The baseline of one local day, with what it came from; `refused` names the methods before the one that was used. */
export type EvidenceBaseline =
  | {
      readonly day: LocalDay;
      readonly ok: true;
      /** The contract's, or its fallback. */
      readonly method: string;
      readonly refused: readonly RefusedMethod[];
      /** One per interval of the day, consumption-positive. */
      readonly baselineWh: readonly WattHours[];
      readonly days: readonly ConsideredDay[];
      readonly adjustments?: readonly Adjustment[];
    }
  | { readonly day: LocalDay; readonly ok: false; readonly refused: readonly RefusedMethod[] };

/** The baseline of a day by the first method that has one. */
export function evidenceBaseline(input: BaselineInput, choice: MethodChoice): EvidenceBaseline {
  const { day } = input;
  const refused: RefusedMethod[] = [];
  for (const method of choice.methods) {
    if (choice.refuseOutsideLimits && isOutsideLimits(method.name, choice.checks)) {
      refused.push({ method: method.name, reason: 'outside-limits', days: [] });
      continue;
    }
    const result = method.baseline(input);
    if (!result.ok) {
      refused.push({ method: method.name, reason: result.reason, days: result.days });
      continue;
    }
    const { values, ...rest } = result;
    return {
      day,
      method: method.name,
      refused,
      baselineWh: values.map(({ baselineWh }) => baselineWh),
      ...rest,
    };
  }
  return { day, ok: false, refused };
}

/** Whether the latest check of a method found limits broken; a method that was never checked breaks none. */
export function isOutsideLimits(method: string, checks: readonly BaselineCheck[]): boolean {
  return checks.some((check) => check.method === method && check.faults.length > 0);
}

/** Why a day has no baseline: each method's reason, the contract's first. */
export function refusalReason(refused: readonly RefusedMethod[]): string {
  return refused
    .map(({ method, reason }, index) => (index === 0 ? reason : `fallback ${method}: ${reason}`))
    .join(', ');
}
