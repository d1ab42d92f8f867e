import { moveIntoTotal } from '../feasibility/move-into-total.js';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { FlexOffer } from '../flex-offer.js';
import { instantOf } from '../time.js';

/** For specs: an acceptable offer of two intervals, with what matters to the case changed. */
export function anOffer(changes: Partial<FlexOffer> = {}): FlexOffer {
  const startAfter = changes.startAfter ?? 1_964_000;
  const slices = changes.slices ?? [
    { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 1000 },
    { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 },
  ];
  const bounds = unitBounds({ slices });
  return {
    id: 'fo-1',
    state: 'offered',
    offeredById: 'p-1',
    gridNode: 'z.a.cp1',
    creation: instantOf(startAfter - 8),
    acceptanceBefore: instantOf(startAfter - 4),
    assignmentBefore: instantOf(startAfter - 2),
    startAfter,
    startBefore: startAfter + 4,
    slices,
    defaultSchedule: {
      start: startAfter,
      energiesWh: moveIntoTotal(bounds.lowerWh, bounds, changes.totalEnergy),
    },
    price: { up: 50_000, down: 60_000 },
    ...changes,
  };
}
