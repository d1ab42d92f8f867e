import type { IntervalIndex } from '#flexoffer';
import type { ReplanCause } from './replan.entity.js';

/** A member that leaves its schedule. */
export interface Leaving {
  readonly flexOfferId: string;
  readonly aggregateId: string;
  readonly cause: Exclude<ReplanCause, 'released'>;
  readonly reason: string;
  /** A participant or a device. */
  readonly toldBy: string;
  /** Its schedule cannot be counted on from here on; absent: from now on. */
  readonly fromInterval?: IntervalIndex;
}

/** Why the schedule of a member was replaced, in words that do not say who the other is. */
export function reasonFor(isLeaving: boolean, { cause, reason }: Leaving): string {
  if (isLeaving) return `re-planned because it does not follow its schedule: ${reason}`;
  return cause === 'canceled'
    ? 're-planned because another member of its aggregate was canceled'
    : 're-planned because another member of its aggregate does not follow its schedule';
}
