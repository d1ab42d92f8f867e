import type { SignConvention } from '../sign.js';
import type { Slice } from '../../flex-offer.js';
import { plainBounds } from './plain-bounds.js';
import { isDuration } from './plain-duration.js';
import { present } from './plain-message.js';

export interface SliceMessage {
  readonly energyConstraintList?: unknown;
  readonly tariffConstraint?: unknown;
  readonly minDuration?: unknown;
  readonly maxDuration?: unknown;
}

/** A slice of fixed duration and one pair of bounds, without its price or any further constraint; else undefined. */
export function plainSlice(message: SliceMessage, sign: SignConvention): Slice | undefined {
  const { energyConstraintList, tariffConstraint, minDuration, maxDuration } = message;
  const known = 1 + present(tariffConstraint) + present(minDuration) + present(maxDuration);
  if (Object.keys(message).length !== known) return undefined;
  if (!Array.isArray(energyConstraintList) || energyConstraintList.length !== 1) return undefined;
  const pairs: readonly unknown[] = energyConstraintList;
  const bounds = plainBounds(pairs[0], sign);
  const duration = minDuration === undefined ? 1 : minDuration;
  if (bounds === undefined || !isDuration(duration)) return undefined;
  if (maxDuration !== undefined && maxDuration !== duration) return undefined;
  return { lowerWh: bounds.lowerWh, upperWh: bounds.upperWh, minDuration: duration, maxDuration: duration };
}
