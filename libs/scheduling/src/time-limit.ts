/**
 * Asked between two steps of a computation that can stop anywhere: true ends it with what it has. It makes a result
 * depend on the clock unless it only counts how often it is asked, so it is for emergencies.
 */
export type IsOver = () => boolean;

export const NEVER_OVER: IsOver = () => false;
