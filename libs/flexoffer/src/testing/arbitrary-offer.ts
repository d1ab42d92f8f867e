import fc from 'fast-check';
import { moveIntoTotal } from '../feasibility/move-into-total.js';
import { unitBounds } from '../feasibility/unit-bounds.js';
import type { EnergyBounds, FlexOffer, Slice } from '../flex-offer.js';
import { instantOf } from '../time.js';
import { anOffer } from './an-offer.js';

/** Consumption, production and both at once; single values too. */
const arbitraryBounds: fc.Arbitrary<EnergyBounds> = fc
  .tuple(
    fc.integer({ min: -3000, max: 3000 }),
    fc.constantFrom(0, 0, 1, 7, 500, 2500),
    fc.constantFrom(-1, 0, 1),
  )
  .map(([first, width, kind]) => {
    const lowerWh = kind === 0 ? first : kind > 0 ? Math.abs(first) : -Math.abs(first) - width;
    return { lowerWh, upperWh: lowerWh + width };
  });

/** For specs: a slice of fixed duration, one to five intervals. */
export const arbitrarySlice: fc.Arbitrary<Slice> = fc
  .tuple(arbitraryBounds, fc.constantFrom(1, 1, 1, 2, 3, 5))
  .map(([bounds, duration]) => ({ ...bounds, minDuration: duration, maxDuration: duration }));

const arbitraryInside = (bounds: EnergyBounds): fc.Arbitrary<number> =>
  fc.integer({ min: bounds.lowerWh, max: bounds.upperWh });

/** For specs: energies of single intervals, each inside its unit bounds. */
export function arbitraryEnergies(slices: readonly Slice[]): fc.Arbitrary<number[]> {
  const { lowerWh, upperWh } = unitBounds({ slices });
  return fc.tuple(
    ...lowerWh.map((lower, unit) => arbitraryInside({ lowerWh: lower, upperWh: upperWh[unit] ?? lower })),
  );
}

/** For specs: an offer with slices of fixed duration and a feasible default schedule somewhere in its window. */
export const arbitraryPlainOffer: fc.Arbitrary<FlexOffer> = fc
  .record({
    id: fc.uuid(),
    node: fc.constantFrom('z.a.cp1', 'z.a.cp2', 'z.b.cp3', 'z'),
    startAfter: fc.integer({ min: 1_964_000, max: 1_964_006 }),
    window: fc.integer({ min: 0, max: 4 }),
    slices: fc.array(arbitrarySlice, { minLength: 1, maxLength: 4 }),
    price: fc.constantFrom({ up: 0, down: 0 }, { up: 344_173, down: -50_000 }),
  })
  .chain(({ id, node, startAfter, window, slices, price }) =>
    fc.tuple(fc.integer({ min: 0, max: window }), arbitraryEnergies(slices)).map(([delay, energiesWh]) =>
      anOffer({
        id,
        gridNode: node,
        startAfter,
        startBefore: startAfter + window,
        slices,
        price,
        defaultSchedule: { start: startAfter + delay, energiesWh },
      }),
    ),
  );

const arbitraryWord = fc.stringMatching(/^[a-zA-Z0-9<&"'>@_.-]{1,12}$/);

/** For specs: an offer that uses everything the format has: totals, variable durations, odd instants and texts. */
export const arbitraryFullOffer: fc.Arbitrary<FlexOffer> = fc
  .record({
    offer: arbitraryPlainOffer,
    id: arbitraryWord,
    reason: fc.option(fc.stringMatching(/^[ -~é€]{1,20}$/), { nil: undefined }),
    device: fc.option(arbitraryWord, { nil: undefined }),
    early: fc.integer({ min: 0, max: 10_000_000 }),
    longer: fc.integer({ min: 0, max: 2 }),
    tighter: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
    state: fc.constantFrom('initial' as const, 'accepted' as const, 'assigned' as const),
  })
  .map(({ offer, id, reason, device, early, longer, tighter, state }) => {
    const deadline = instantOf(offer.startAfter) - early;
    const full: FlexOffer = {
      ...offer,
      id,
      state,
      creation: deadline - 3 * early,
      acceptanceBefore: deadline - early,
      assignmentBefore: deadline,
      slices: offer.slices.map((slice) => ({ ...slice, maxDuration: slice.maxDuration + longer })),
      ...(reason === undefined ? {} : { stateReason: reason }),
      ...(device === undefined ? {} : { deviceId: device, flexibilityId: `${device}-1` }),
      ...(state === 'assigned' ? { schedule: offer.defaultSchedule } : {}),
    };
    return tighter === undefined ? full : withTotal(full, tighter);
  });

/** Adds a total around the lower bounds and brings the schedules inside it. */
function withTotal(offer: FlexOffer, width: number): FlexOffer {
  const lowest = offer.slices.reduce((sum, slice) => sum + slice.lowerWh, 0);
  const totalEnergy = { lowerWh: lowest, upperWh: lowest + width };
  const energiesWh = moveIntoTotal(offer.defaultSchedule.energiesWh, unitBounds(offer), totalEnergy);
  const defaultSchedule = { ...offer.defaultSchedule, energiesWh };
  const schedule = offer.schedule === undefined ? {} : { schedule: defaultSchedule };
  return { ...offer, totalEnergy, defaultSchedule, ...schedule };
}
