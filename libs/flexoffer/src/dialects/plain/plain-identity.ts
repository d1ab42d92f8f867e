import { isJsonObject } from '../message-fields.js';
import type { Identity } from '../read-identity.js';
import type { ReadOptions } from '../read-options.js';
import type { FlexOfferState } from '../../flex-offer.js';
import { isFlexOfferState } from '../../lifecycle/life-cycle.js';
import type { PlainMessage } from './plain-message.js';

/** What the market platform of the field writes for an offer that has no id yet; left to the full reader. */
const NO_ID = '-1';

export const NO_RARE_FIELDS: RareFields = {};

type RareFields = Pick<Identity, 'stateReason' | 'deviceId' | 'flexibilityId'>;

/** Who offers, where, and how far the offer has come, from texts; undefined where something else is written. */
export function plainIdentity(message: PlainMessage, options: ReadOptions): Identity | undefined {
  const id = message.id ?? options.id;
  const state = plainState(message.state);
  const gridNode = plainGridNode(message, options.gridNode);
  if (message.offeredById !== options.offeredById || typeof id !== 'string' || id === NO_ID) return undefined;
  if (state === undefined || gridNode === undefined) return undefined;
  return { id, state: options.state ?? state, offeredById: options.offeredById, gridNode };
}

/** What most offers do not have: none of it, or undefined if it is not written as text. */
export function plainRareFields(message: PlainMessage, options: ReadOptions): RareFields | undefined {
  const stateReason = message.stateReason ?? undefined;
  const deviceId = options.deviceId ?? message.deviceId ?? undefined;
  const flexibilityId = options.flexibilityId ?? message.flexibilityId ?? undefined;
  if (stateReason === undefined && deviceId === undefined && flexibilityId === undefined)
    return NO_RARE_FIELDS;
  if (!isTextOrAbsent(stateReason) || !isTextOrAbsent(deviceId) || !isTextOrAbsent(flexibilityId))
    return undefined;
  return {
    ...(stateReason === undefined ? {} : { stateReason }),
    ...(deviceId === undefined ? {} : { deviceId }),
    ...(flexibilityId === undefined ? {} : { flexibilityId }),
  };
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

/** The specification writes states in lower case, the demonstration sites with a capital. */
function plainState(word: unknown): FlexOfferState | undefined {
  if (typeof word !== 'string') return undefined;
  const state = isFlexOfferState(word) ? word : word.toLowerCase();
  return isFlexOfferState(state) ? state : undefined;
}

/** A text, or the empty map of coordinates of the demonstration sites, which says nothing. */
function plainGridNode({ locationID, locationId }: PlainMessage, given: string): string | undefined {
  if (locationID !== undefined && locationId !== undefined) return undefined;
  const location = locationID ?? locationId;
  if (typeof location === 'string') return location.trim() === '' ? undefined : location;
  return isJsonObject(location) && Object.keys(location).length === 0 ? given : undefined;
}
