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

/** The same on every call: it depends on the committed extracts and on nothing else. */
export function readCommunity(): Community {
  const allSites = sites(readLoadProfiles());
  const allChargers = chargers(readChargingSessions());
  const connectionPoints = [...allSites, ...allChargers].map(({ prosumer }) => prosumer.gridNode);
  return { sites: allSites, chargers: allChargers, gridNodes: gridNodes(connectionPoints) };
}
