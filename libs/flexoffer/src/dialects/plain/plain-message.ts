/**
 * The fields of a message that the plain reader knows, all of them as they come. The names are those of section 1 of
 * the FlexOffer specification and of the demonstration sites.
 */
export interface PlainMessage {
  readonly id?: unknown;
  readonly state?: unknown;
  readonly stateReason?: unknown;
  readonly offeredById?: unknown;
  readonly deviceId?: unknown;
  readonly flexibilityId?: unknown;
  readonly locationID?: unknown;
  readonly locationId?: unknown;
  readonly numSecondsPerInterval?: unknown;
  readonly creationTime?: unknown;
  readonly creationInterval?: unknown;
  readonly acceptBeforeTime?: unknown;
  readonly acceptBeforeInterval?: unknown;
  readonly acceptanceBeforeTime?: unknown;
  readonly acceptanceBeforeInterval?: unknown;
  readonly assignmentBeforeTime?: unknown;
  readonly assignmentBeforeInterval?: unknown;
  readonly startAfterTime?: unknown;
  readonly startAfterInterval?: unknown;
  readonly startBeforeTime?: unknown;
  readonly startBeforeInterval?: unknown;
  readonly endAfterTime?: unknown;
  readonly endAfterInterval?: unknown;
  readonly endBeforeTime?: unknown;
  readonly endBeforeInterval?: unknown;
  readonly label?: unknown;
  readonly assignment?: unknown;
  readonly flexOfferProfileConstraints?: unknown;
  readonly flexOfferTariffConstraint?: unknown;
  readonly totalEnergyConstraint?: unknown;
  readonly defaultSchedule?: unknown;
  readonly flexOfferSchedule?: unknown;
}

/**
 * Whether a message has no other fields than these. Counting is enough, as no value of a JSON text is undefined, and
 * cheaper than looking up each name: the names are already known to be there or not.
 */
export function hasOnlyPlainFields(message: PlainMessage): boolean {
  const known =
    presentIdentity(message) + presentTimes(message) + presentEnd(message) + presentProfile(message);
  return Object.keys(message).length === known;
}

/** 1 for a field that is there. */
export function present(value: unknown): number {
  return value === undefined ? 0 : 1;
}

function presentIdentity(message: PlainMessage): number {
  return (
    present(message.id) +
    present(message.state) +
    present(message.stateReason) +
    present(message.offeredById) +
    present(message.deviceId) +
    present(message.flexibilityId) +
    present(message.locationID) +
    present(message.locationId) +
    present(message.label) +
    present(message.assignment)
  );
}

function presentTimes(message: PlainMessage): number {
  return (
    present(message.numSecondsPerInterval) +
    present(message.creationTime) +
    present(message.creationInterval) +
    present(message.acceptBeforeTime) +
    present(message.acceptBeforeInterval) +
    present(message.acceptanceBeforeTime) +
    present(message.acceptanceBeforeInterval) +
    present(message.assignmentBeforeTime) +
    present(message.assignmentBeforeInterval) +
    present(message.startAfterTime) +
    present(message.startAfterInterval) +
    present(message.startBeforeTime) +
    present(message.startBeforeInterval)
  );
}

function presentEnd(message: PlainMessage): number {
  return (
    present(message.endAfterTime) +
    present(message.endAfterInterval) +
    present(message.endBeforeTime) +
    present(message.endBeforeInterval)
  );
}

function presentProfile(message: PlainMessage): number {
  return (
    present(message.flexOfferProfileConstraints) +
    present(message.flexOfferTariffConstraint) +
    present(message.totalEnergyConstraint) +
    present(message.defaultSchedule) +
    present(message.flexOfferSchedule)
  );
}
