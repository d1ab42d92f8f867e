import type { Principal } from '#directory';

/** The participant whose settlement the sender may see; undefined if it may see everybody's. */
export function ownParticipant(sender: Principal): string | undefined {
  return sender.role === 'prosumer' ? sender.participant.id : undefined;
}

/** Whether what belongs to `participantId` is there at all for the sender. */
export function maySee(sender: Principal, participantId: string): boolean {
  const own = ownParticipant(sender);
  return own === undefined || own === participantId;
}
