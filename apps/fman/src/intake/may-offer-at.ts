/**
 * Whether an offer may lie at a grid node: at one of the nodes where its owner or device is registered, or below it.
 * An owner that is registered nowhere may offer anywhere.
 */
export function mayOfferAt(gridNode: string, registered: readonly (string | undefined)[]): boolean {
  const nodes = registered.filter((node) => node !== undefined);
  return nodes.length === 0 || nodes.some((node) => gridNode === node || gridNode.startsWith(`${node}.`));
}
