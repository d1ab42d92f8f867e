import type { MicroPerKwh, WattHours } from '../flex-offer.js';
import { shareCumulatively } from './share-cumulatively.js';

/** Somebody who can move by so much in the direction that is asked for. */
export interface Recipient {
  /** Not negative. */
  readonly room: WattHours;
  /** What it asks for moving that way. */
  readonly priceMicroPerKwh: MicroPerKwh;
}

/**
 * Who moves how much when `amount` is asked for: one share per recipient, none above its room, exactly summing to the
 * amount. There is room enough.
 */
export type SharePolicy = (amount: WattHours, recipients: readonly Recipient[]) => WattHours[];

/** Everybody moves in proportion to its room, whatever it asks. */
const proRata: SharePolicy = (amount, recipients) =>
  shareCumulatively(
    amount,
    recipients.map(({ room }) => room),
  );

/** The cheapest move first, as far as they can; those that ask the same, in proportion to their room. */
const marginalCost: SharePolicy = (amount, recipients) => {
  const shares = recipients.map(() => 0);
  const inLine = recipients
    .map(({ priceMicroPerKwh }, index) => ({ priceMicroPerKwh, index }))
    .sort((a, b) => a.priceMicroPerKwh - b.priceMicroPerKwh || a.index - b.index);
  let left = amount;
  for (let first = 0, end = 0; first < inLine.length && left > 0; first = end) {
    while (inLine[end]?.priceMicroPerKwh === inLine[first]?.priceMicroPerKwh && end < inLine.length) end += 1;
    const equals = inLine.slice(first, end).map(({ index }) => index);
    const rooms = equals.map((index) => recipients[index]?.room ?? 0);
    const taken = Math.min(
      left,
      rooms.reduce((sum, room) => sum + room, 0),
    );
    const parts = shareCumulatively(taken, rooms);
    equals.forEach((index, place) => (shares[index] = parts[place] ?? 0));
    left -= taken;
  }
  return shares;
};

export const SHARE_POLICIES = { 'pro-rata': proRata, 'marginal-cost': marginalCost } satisfies Record<
  string,
  SharePolicy
>;

export type SharePolicyName = keyof typeof SHARE_POLICIES;
