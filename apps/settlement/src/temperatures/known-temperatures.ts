import type { Instant, IntervalIndex } from '#flexoffer';
import { dayQuarters, localDayOf, type LocalDay, type TemperatureDay } from '#settlement';
import type { IntervalRange } from '../interval-range/interval-range.js';
import type { Queryable } from '../queryable.js';

interface TemperatureRow {
  readonly grid_node: string;
  readonly interval: IntervalIndex;
  readonly celsius: number;
}

/**
 * The outdoor temperatures of grid nodes by local days, as they were known at an instant: those of the node itself or
 * of the nearest node above it that has any, be it in `range` or not: which node it is does not depend on the range.
 */
export async function knownTemperatures(
  database: Queryable,
  gridNodes: readonly string[],
  { from, to, knownAt }: IntervalRange & { readonly knownAt: Instant },
  zone: string,
): Promise<ReadonlyMap<string, readonly TemperatureDay[]>> {
  const nearest = await nearestNodes(database, gridNodes, knownAt);
  const rows = await database.query<TemperatureRow>(
    `SELECT DISTINCT ON (grid_node, interval) grid_node, interval, celsius FROM settlement.temperature
     WHERE grid_node = ANY($1) AND interval >= $2 AND interval < $3 AND known_at <= $4
     ORDER BY grid_node, interval, version DESC`,
    [[...new Set(nearest.values())], from, to, new Date(knownAt)],
  );
  const byNode = new Map<string, TemperatureRow[]>();
  for (const row of rows) {
    const ofNode = byNode.get(row.grid_node);
    if (ofNode) ofNode.push(row);
    else byNode.set(row.grid_node, [row]);
  }
  const days = new Map([...byNode].map(([node, ofNode]) => [node, temperatureDays(ofNode, zone)]));
  return new Map(gridNodes.map((node) => [node, days.get(nearest.get(node) ?? '') ?? []]));
}

/** For each node the one whose temperatures count for it; none where nothing is known on the way up. */
async function nearestNodes(
  database: Queryable,
  gridNodes: readonly string[],
  knownAt: Instant,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ grid_node: string }>(
    `SELECT grid_node FROM unnest($1::text[]) AS asked (grid_node) WHERE EXISTS (
       SELECT FROM settlement.temperature known WHERE known.grid_node = asked.grid_node AND known_at <= $2)`,
    [[...new Set(gridNodes.flatMap(nodesUpFrom))], new Date(knownAt)],
  );
  const measured = new Set(rows.map((row) => row.grid_node));
  return new Map(
    gridNodes.flatMap((node): [string, string][] => {
      const nearest = nodesUpFrom(node).find((each) => measured.has(each));
      return nearest === undefined ? [] : [[node, nearest]];
    }),
  );
}

/** The node and those above it: `z.a.cp1`, `z.a`, `z`. */
function nodesUpFrom(node: string): string[] {
  const labels = node.split('.');
  return labels.map((_, above) => labels.slice(0, labels.length - above).join('.'));
}

function temperatureDays(rows: readonly TemperatureRow[], zone: string): TemperatureDay[] {
  const values = new Map(rows.map(({ interval, celsius }) => [interval, celsius]));
  const days = new Set<LocalDay>(rows.map(({ interval }) => localDayOf(interval, zone)));
  return [...days].map((day) => ({
    day,
    celsius: dayQuarters(day, zone).map(({ interval }) => values.get(interval) ?? null),
  }));
}
