import { profileLength } from '../feasibility/unit-bounds.js';
import type { FlexOffer } from '../flex-offer.js';
import type { DemoSiteMessage } from '../schema/demo-site.js';
import { instantOf, intervalOf, INTERVAL_SECONDS, type Instant } from '../time.js';
import type { EnergyForm } from './energy-form.js';
import { formatJavaInstant } from './iso-instant.js';
import { tariffsOf } from './read-price.js';
import { capitalState } from './wire-state.js';
import { ownerOf } from './write-owner.js';
import { demoSiteSchedule } from './write-schedule.js';
import { writeTotals } from './write-totals.js';

/** The demonstration sites' form. It has no field for the grid node: `locationId` holds coordinates. */
export function writeDemoSite(offer: FlexOffer, form: EnergyForm): DemoSiteMessage {
  return {
    id: offer.id,
    state: capitalState(offer.state),
    stateReason: offer.stateReason ?? null,
    ...ownerOf(offer),
    locationId: {},
    assignment: 'obligatory',
    numSecondsPerInterval: INTERVAL_SECONDS,
    ...times(offer),
    flexOfferProfileConstraints: offer.slices.map((slice) => ({
      energyConstraintList: [form.pair(slice)],
      tariffConstraint: tariffsOf(slice.price ?? offer.price, form.sign),
      minDuration: slice.minDuration,
      maxDuration: slice.maxDuration,
      ...form.kindsOf(slice),
    })),
    flexOfferTariffConstraint: null,
    defaultSchedule: demoSiteSchedule(offer.defaultSchedule, form),
    flexOfferSchedule: offer.schedule === undefined ? null : demoSiteSchedule(offer.schedule, form),
    ...writeTotals(offer, form),
  };
}

/** Every instant twice, and the ends of the shortest profile from its earliest start and the longest from its latest. */
function times(offer: FlexOffer) {
  const endAfter = instantOf(offer.startAfter + profileLength(offer.slices));
  const longest = offer.slices.reduce((length, { maxDuration }) => length + maxDuration, 0);
  return {
    ...timeAndInterval('creation', offer.creation),
    ...timeAndInterval('acceptanceBefore', offer.acceptanceBefore),
    ...timeAndInterval('assignmentBefore', offer.assignmentBefore),
    ...timeAndInterval('startAfter', instantOf(offer.startAfter)),
    ...timeAndInterval('startBefore', instantOf(offer.startBefore)),
    ...timeAndInterval('endAfter', endAfter),
    ...timeAndInterval('endBefore', instantOf(offer.startBefore + longest)),
  };
}

function timeAndInterval<Name extends string>(name: Name, instant: Instant) {
  return {
    [`${name}Time`]: formatJavaInstant(instant),
    [`${name}Interval`]: intervalOf(instant),
  } as Record<`${Name}Time`, string> & Record<`${Name}Interval`, number>;
}
