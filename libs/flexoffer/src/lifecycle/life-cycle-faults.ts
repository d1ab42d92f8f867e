import type { FlexOfferState } from '../flex-offer.js';
import type { Fault } from '../result.js';
import type { LifeCycleTable } from './life-cycle-table.js';
import { reachableStates } from './reachable-states.js';

/**
 * What a life-cycle table fails to promise; empty if it keeps all of it, so that a service may check its table once
 * when it starts:
 * - every state can be reached from the initial one, and every life that has begun can end;
 * - a final state has no way out, and no life comes back to a state that it has left;
 * - each transition is written once and somebody may cause it;
 * - every state in which an offer waits has a deadline that ends the wait by a transition of the table, and no
 *   transition is left to a deadline that never comes.
 *
 * The last two together mean that every life ends by itself, even if nobody ever acts.
 */
export function lifeCycleFaults(table: LifeCycleTable): Fault[] {
  return [
    ...transitionFaults(table),
    ...table.states.flatMap((state) => [...wayFaults(table, state), ...deadlineFaults(table, state)]),
  ];
}

function transitionFaults({ transitions, deadlines }: LifeCycleTable): Fault[] {
  return transitions.flatMap(({ from, to, by }, index) => {
    const messages: string[] = [];
    if (transitions.findIndex((other) => other.from === from && other.to === to) < index)
      messages.push(`says again what happens from ${from} to ${to}`);
    if (by.length === 0) messages.push(`from ${from} to ${to} can be caused by nobody`);
    if (by.includes('deadline') && deadlines[from]?.to !== to)
      messages.push(`from ${from} to ${to} waits for a deadline that the table does not have`);
    return messages.map((message) => ({ path: `transitions[${index}]`, message }));
  });
}

function wayFaults({ initial, final, transitions }: LifeCycleTable, state: FlexOfferState): Fault[] {
  const path = `states.${state}`;
  const after = reachableStates(state, transitions);
  const faults: Fault[] = [];
  if (state !== initial && !reachableStates(initial, transitions).has(state))
    faults.push({ path, message: `cannot be reached from ${initial}` });
  if (after.has(state)) faults.push({ path, message: 'can be come back to' });
  if (final.includes(state)) {
    if (after.size > 0) faults.push({ path, message: 'is final and has a way out' });
  } else if (!final.some((end) => after.has(end))) {
    faults.push({ path, message: 'leads to no final state' });
  }
  return faults;
}

function deadlineFaults({ final, transitions, deadlines }: LifeCycleTable, state: FlexOfferState): Fault[] {
  const path = `deadlines.${state}`;
  const effect = deadlines[state];
  if (final.includes(state)) {
    return effect === undefined
      ? []
      : [{ path, message: 'belongs to a final state, which waits for nothing' }];
  }
  if (effect === undefined) return [{ path, message: 'is missing: an offer could wait for ever' }];
  const allowed = transitions.some(
    ({ from, to, by }) => from === state && to === effect.to && by.includes('deadline'),
  );
  return allowed
    ? []
    : [{ path, message: `leads to ${effect.to}, a way that the transitions do not give to a deadline` }];
}
