import { readChargingSessions } from '../extracts/charging-sessions.js';
import { readLoadProfiles } from '../extracts/load-profiles.js';
import { chargers, type Charger } from './chargers.js';
import { gridNodes, type GridNode } from './grid.js';
import { sites, type Site } from './sites.js';

/** Everyone behind a meter on the demo day, and the grid between them. */
export interface Community {
  readonly sites: readonly Site[];
  readonly chargers: readonly Charger[];
  readonly gridNodes: readonly GridNode[];
}

/**
 * The same on every call: it depends on the committed extracts and on nothing else.
 *
 * @param every keeps every n-th prosumer of each sort: 1 all of them, 4 a quarter
 */
export function readCommunity(every = 1): Community {
  const kept = (_: unknown, index: number): boolean => index % every === 0;
  const keptSites = sites(readLoadProfiles()).filter(kept);
  const keptChargers = chargers(readChargingSessions()).filter(kept);
  const connectionPoints = [...keptSites, ...keptChargers].map(({ prosumer }) => prosumer.gridNode);
  return { sites: keptSites, chargers: keptChargers, gridNodes: gridNodes(connectionPoints) };
}
