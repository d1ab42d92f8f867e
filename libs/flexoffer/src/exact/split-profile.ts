import type { IntervalIndex } from '../time.js';
import { borderOf } from './border.js';
import type { ExactAggregate } from './exact-aggregate.js';
import { proportionalTry } from './first-try.js';
import { repair } from './repair.js';
import { SplitState } from './split-state.js';

/** Why a profile is impossible: in these intervals together it wants more than the most, or less than the least. */
export interface ProfileProof {
  /** In the order of time. `borderOf` for them gives the limit again. */
  readonly intervals: readonly IntervalIndex[];
  readonly wantedWh: number;
  readonly limit: 'least' | 'most';
  readonly limitWh: number;
}

export type ProfileSplit =
  | {
      readonly ok: true;
      /** One energy for each unit; `energiesOfMember` finds a member's. */
      readonly energiesWh: Float64Array;
    }
  | { readonly ok: false; readonly proof: ProfileProof };

/**
 * Who does what of a profile: member energies that sum to it exactly, each inside its member's bounds, or the proof that
 * there are none. Near to proportional; what proportional shares leave open is moved between members by a flow.
 *
 * @param profileWh whole watt-hours, one for each interval of the aggregate
 * @throws RangeError if it is anything else
 */
export function splitProfile(aggregate: ExactAggregate, profileWh: Float64Array): ProfileSplit {
  checkProfile(aggregate, profileWh);
  const state = new SplitState(aggregate, profileWh, proportionalTry(aggregate, profileWh));
  const stuck = repair(state);
  return stuck === undefined
    ? { ok: true, energiesWh: state.energiesWh }
    : { ok: false, proof: proofOf(aggregate, profileWh, stuck) };
}

export function checkProfile(aggregate: ExactAggregate, profileWh: Float64Array): void {
  if (profileWh.length !== aggregate.length || !profileWh.every(Number.isSafeInteger))
    throw new RangeError(`a profile must be ${aggregate.length} whole energies`);
}

/**
 * If the rest is not among the stuck places, too much energy is stuck in the intervals among them. If it is, energy not
 * taken cannot get to the other intervals.
 */
function proofOf(aggregate: ExactAggregate, profileWh: Float64Array, stuck: Uint8Array): ProfileProof {
  const tooMuch = stuck[aggregate.length] === 0;
  const intervals: IntervalIndex[] = [];
  let wantedWh = 0;
  for (let interval = 0; interval < aggregate.length; interval += 1)
    if ((stuck[interval] === 1) === tooMuch) {
      intervals.push(aggregate.firstInterval + interval);
      wantedWh += profileWh[interval]!;
    }
  const { leastWh, mostWh } = borderOf(aggregate, intervals);
  return tooMuch
    ? { intervals, wantedWh, limit: 'least', limitWh: leastWh }
    : { intervals, wantedWh, limit: 'most', limitWh: mostWh };
}
