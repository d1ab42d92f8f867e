/** The first `depth` labels of a grid node's path: the zone that it lies in, or the node itself if it is shorter. */
export function zoneOf(gridNode: string, depth: number): string {
  return gridNode.split('.').slice(0, depth).join('.');
}
