import type { GridNodeRecord } from '#directory';

/** The one node above which there is none; undefined in a grid with several such nodes, or without any. */
export function rootNodeOf(nodes: readonly GridNodeRecord[]): string | undefined {
  const ids = new Set(nodes.map(({ id }) => id));
  const roots = nodes.filter(({ id }) => !ids.has(id.slice(0, Math.max(0, id.lastIndexOf('.')))));
  return roots.length === 1 ? roots[0]?.id : undefined;
}
