import { baselineMethod } from '../baseline/baseline-methods.js';
import type { BaselineMethod } from '../baseline/baseline-method.js';
import type { SettlementContract } from '../report/settlement-contract.js';
import type { BaselineCheck } from './baseline-check.js';

/** What a contract says about baselines. */
export type BaselineTerms = Pick<
  SettlementContract,
  'baselineMethod' | 'baselineFallback' | 'refuseOutsideLimits'
>;

/** How the methods of a contract are used. */
export interface MethodChoice {
  /** The contract's method and, if it names one, its fallback. */
  readonly methods: readonly BaselineMethod[];
  /** Whether a method that broke its limits is passed over. */
  readonly refuseOutsideLimits: boolean;
  readonly checks: readonly BaselineCheck[];
}

/** The methods of a contract in the order in which they are tried, with what is known of them on the meter. */
export function methodChoice(terms: BaselineTerms, checks: readonly BaselineCheck[]): MethodChoice {
  return {
    methods: contractMethods(terms),
    refuseOutsideLimits: terms.refuseOutsideLimits === true,
    checks,
  };
}

/** The contract's method and, if it names one, its fallback; names that there are not are left out. */
export function contractMethods({
  baselineMethod: first,
  baselineFallback,
}: BaselineTerms): BaselineMethod[] {
  return [first, ...(baselineFallback === undefined ? [] : [baselineFallback])].flatMap((name) => {
    const method = baselineMethod(name);
    return method.ok ? [method.value] : [];
  });
}
