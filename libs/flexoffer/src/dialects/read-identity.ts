import type { FlexOffer, FlexOfferState } from '../flex-offer.js';
import { isFlexOfferState } from '../lifecycle/life-cycle.js';
import { isJsonObject, type MessageFields } from './message-fields.js';
import type { ReadOptions } from './read-options.js';

export type Identity = Pick<
  FlexOffer,
  'id' | 'state' | 'stateReason' | 'offeredById' | 'deviceId' | 'flexibilityId' | 'gridNode'
>;

/** Who offers, where, and how far the offer has come; the message's own values before the given ones. */
export function readIdentity(fields: MessageFields, options: ReadOptions): Identity {
  const stateReason = fields.text('stateReason');
  const deviceId = options.deviceId ?? fields.text('deviceId');
  const flexibilityId = options.flexibilityId ?? fields.text('flexibilityId');
  return {
    id: readId(fields) ?? options.id,
    state: readState(fields, options.state),
    offeredById: readOwner(fields, options.offeredById),
    gridNode: readGridNode(fields) ?? options.gridNode,
    ...(stateReason === undefined ? {} : { stateReason }),
    ...(deviceId === undefined ? {} : { deviceId }),
    ...(flexibilityId === undefined ? {} : { flexibilityId }),
  };
}

/** The field's market platform writes the number -1 for an offer that has no id yet. */
function readId(fields: MessageFields): string | undefined {
  const id = fields.text('id');
  return id === '-1' ? undefined : id;
}

function readState(fields: MessageFields, given: FlexOfferState | undefined): FlexOfferState {
  const word = fields.text('state');
  const state = word?.toLowerCase();
  if (state !== undefined && !isFlexOfferState(state)) {
    fields.fault('state', `"${word}" is not a state of the FlexOffer life cycle`);
    return given ?? 'initial';
  }
  return given ?? state ?? 'initial';
}

function readOwner(fields: MessageFields, given: string): string {
  const owner = fields.text('offeredById');
  if (owner !== undefined && owner !== given)
    fields.fault('offeredById', `must be ${given}, who sends this offer`);
  return given;
}

/**
 * A text is a grid node; the demo sites' map of coordinates (often empty, which in XML is an empty text) says nothing
 * about the grid.
 */
function readGridNode(fields: MessageFields): string | undefined {
  const found = fields.find('locationId', 'locationID');
  if (found === undefined || isJsonObject(found.value)) return undefined;
  const text = fields.text(found.name);
  return text?.trim() === '' ? undefined : text;
}
