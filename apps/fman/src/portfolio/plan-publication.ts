/** A group of offers as it should be for sale. */
export interface Target {
  readonly composition: string;
  readonly memberIds: readonly string[];
}

/** An aggregate that the market has, or may still have. */
export interface OpenAggregate {
  readonly id: string;
  readonly composition: string;
  readonly state: 'live' | 'withdrawing';
}

export interface PublicationPlan<T extends Target> {
  readonly publish: readonly T[];
  /** Ids of aggregates to ask back. */
  readonly withdraw: readonly string[];
}

/**
 * What to tell the market so that it has the groups that should be for sale, and no offer twice. A new group waits
 * while any of its members is in an order that the market has not given back, because that order may just trade:
 *
 * ```
 * should be      A+B+C                     |                        A+B+C
 * market has     A+B live, C live          | withdrawn A+B, C       nothing
 * we say         withdraw A+B, withdraw C  | (answers come)         submit A+B+C
 * ```
 *
 * @param holderOf the open aggregate of each offer that is in one, by offer id
 */
export function planPublication<T extends Target>(
  targets: readonly T[],
  open: readonly OpenAggregate[],
  holderOf: ReadonlyMap<string, string>,
): PublicationPlan<T> {
  const wanted = new Set(targets.map(({ composition }) => composition));
  const kept = new Set(
    open
      .filter(({ state, composition }) => state === 'live' && wanted.has(composition))
      .map(({ composition }) => composition),
  );
  return {
    publish: targets.filter(
      ({ composition, memberIds }) => !kept.has(composition) && !memberIds.some((id) => holderOf.has(id)),
    ),
    withdraw: open
      .filter(({ state, composition }) => state === 'live' && !kept.has(composition))
      .map(({ id }) => id),
  };
}
