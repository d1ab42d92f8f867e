import type { FlexOfferState } from '../flex-offer.js';
import type { Actor } from './actor.js';

/** One step that an offer's life may take. */
export interface Transition {
  readonly from: FlexOfferState;
  readonly to: FlexOfferState;
  readonly by: readonly Actor[];
}

/** The instants of an offer that end a wait; `endOfDelivery` is the end of the last interval of its schedule. */
export type DeadlineName = 'acceptanceBefore' | 'assignmentBefore' | 'endOfDelivery';

/** What becomes of an offer that still waits in a state when the deadline comes. */
export interface DeadlineEffect {
  readonly deadline: DeadlineName;
  readonly to: FlexOfferState;
}

/** The life of an offer as data; `lifeCycleFaults` proves that it hangs together. */
export interface LifeCycleTable {
  readonly states: readonly FlexOfferState[];
  /** Where every life begins. */
  readonly initial: FlexOfferState;
  /** Where a life may end. */
  readonly final: readonly FlexOfferState[];
  readonly transitions: readonly Transition[];
  /** For every state that is not final: no offer waits for ever. */
  readonly deadlines: Readonly<Partial<Record<FlexOfferState, DeadlineEffect>>>;
}

/**
 * The life cycle of the FlexOffer specification (v1, section 1.3), with what the deadlines add.
 *
 * ```
 * initial ──▶ offered ──▶ accepted ──▶ assigned ──▶ executed
 *    │           │            │            │
 *    │           ├─▶ rejected ◀┘ (unmatched at the assignment deadline)
 *    ├───────────┴─▶ invalid  (broken; found before or at intake)
 *    └───────────┴────────────┴────────────┴─▶ canceled (withdrawn, replaced, or never offered)
 * ```
 * The manager cancels on the owner's behalf: when a device is removed, or a newer offer takes an older one's place.
 * A market that takes offers directly, without a manager before it, answers and assigns them itself.
 */
export const LIFE_CYCLE_TABLE: LifeCycleTable = {
  states: ['initial', 'offered', 'accepted', 'assigned', 'rejected', 'executed', 'invalid', 'canceled'],
  initial: 'initial',
  final: ['rejected', 'executed', 'invalid', 'canceled'],
  transitions: [
    { from: 'initial', to: 'offered', by: ['owner'] },
    { from: 'initial', to: 'invalid', by: ['owner', 'flexibility-manager'] },
    { from: 'initial', to: 'canceled', by: ['owner', 'deadline'] },
    { from: 'offered', to: 'accepted', by: ['flexibility-manager', 'market'] },
    { from: 'offered', to: 'rejected', by: ['flexibility-manager', 'market', 'deadline'] },
    { from: 'offered', to: 'invalid', by: ['flexibility-manager', 'market'] },
    { from: 'offered', to: 'canceled', by: ['owner', 'flexibility-manager'] },
    { from: 'accepted', to: 'assigned', by: ['flexibility-manager', 'market'] },
    { from: 'accepted', to: 'rejected', by: ['deadline'] },
    { from: 'accepted', to: 'canceled', by: ['owner', 'flexibility-manager'] },
    { from: 'assigned', to: 'executed', by: ['deadline'] },
    { from: 'assigned', to: 'canceled', by: ['owner', 'flexibility-manager'] },
  ],
  deadlines: {
    initial: { deadline: 'acceptanceBefore', to: 'canceled' },
    offered: { deadline: 'acceptanceBefore', to: 'rejected' },
    accepted: { deadline: 'assignmentBefore', to: 'rejected' },
    assigned: { deadline: 'endOfDelivery', to: 'executed' },
  },
};
