import type { Principal } from '#directory';

/** A grid operator sees what is its own; the other roles that the market lets in see everything. */
export function maySee(sender: Principal, participantId: string): boolean {
  return sender.role !== 'dso' || sender.participant.id === participantId;
}

/** The participant to whose things a list is restricted; undefined: everybody's. */
export function restrictedTo(sender: Principal): string | undefined {
  return sender.role === 'dso' ? sender.participant.id : undefined;
}
