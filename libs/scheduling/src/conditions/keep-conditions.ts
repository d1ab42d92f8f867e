import type { ClearingProblem, SetAside } from '../clearing.js';
import type { IsOver } from '../time-limit.js';
import { search } from '../search/search.js';
import { surplusMicro } from '../search/surplus.js';
import type { Position } from '../search/sweeps.js';
import { AcceptedEnergy } from './accepted-energy.js';
import { exclusiveGroupBreaches } from './exclusive-groups.js';
import { quantityBreaches } from './quantity-conditions.js';
import { compareSetAside, without } from './set-aside.js';

/** What trades, and which orders had to stand back for it. */
export interface Selection {
  readonly positions: readonly Position[];
  readonly setAside: readonly SetAside[];
  readonly surplusMicro: number;
}

/**
 * Clears as if there were no conditions and sets aside who breaks one, until nobody does: first all but the best of
 * each exclusive group, then that half of the quantity conditions that is furthest from being kept, because what
 * they leave over may be what the other half lacks.
 */
export function keepConditions(
  problem: ClearingProblem,
  isOver: IsOver,
  before: readonly SetAside[] = [],
): Selection {
  const setAside = [...before];
  for (;;) {
    const rest = without(problem, setAside);
    const positions = search(rest, isOver);
    const breaches = nextBreaches(rest, new AcceptedEnergy(positions));
    if (breaches.length === 0)
      return { positions, setAside: setAside.sort(compareSetAside), surplusMicro: surplusMicro(positions) };
    setAside.push(...breaches);
  }
}

function nextBreaches(problem: ClearingProblem, accepted: AcceptedEnergy): SetAside[] {
  const groups = exclusiveGroupBreaches(problem, accepted);
  if (groups.length > 0) return groups;
  const quantities = quantityBreaches(problem, accepted).sort(
    (left, right) => left.share - right.share || compareSetAside(left.setAside, right.setAside),
  );
  return quantities.slice(0, Math.ceil(quantities.length / 2)).map(({ setAside }) => setAside);
}
