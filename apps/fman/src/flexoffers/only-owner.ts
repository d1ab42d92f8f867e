import type { Principal } from '#directory';

/** The one participant whose offers a sender may see; undefined: everybody's. */
export function onlyOwner({ role, participant }: Principal): string | undefined {
  return role === 'prosumer' ? participant.id : undefined;
}
