import type { Fault, Instant } from '#flexoffer';
import { badRequest } from '#problem-details';

/** `from` is inside, `to` is not. */
export interface InstantRange {
  readonly from?: Instant;
  readonly to?: Instant;
}

/** Reads `?from=&to=`. @throws Problem 400 that names the parameter */
export function readRange(from: string | undefined, to: string | undefined): InstantRange {
  const faults: Fault[] = [];
  const read = (path: string, value: string | undefined): Instant | undefined => {
    if (value === undefined) return undefined;
    const instant = Date.parse(value);
    if (Number.isNaN(instant))
      faults.push({ path, message: 'must be an ISO 8601 instant such as 2024-03-12T00:00:00Z' });
    return instant;
  };
  const start = read('from', from);
  const end = read('to', to);
  if (start !== undefined && end !== undefined && start > end)
    faults.push({ path: 'to', message: 'must not be earlier than from' });
  if (faults.length > 0) throw badRequest(faults);
  return { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { to: end }) };
}
