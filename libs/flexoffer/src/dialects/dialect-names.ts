import type { Dialect } from '../flex-offer.js';

/** Every form. */
export const DIALECTS: readonly Dialect[] = [
  'specification-1',
  'specification-2',
  'demo-site',
  'market',
  'slices',
];

/** What a form calls its profile. */
export function profileName(dialect: Dialect): 'slices' | 'flexOfferProfileConstraints' {
  return dialect === 'slices' ? 'slices' : 'flexOfferProfileConstraints';
}

/** What a form calls the schedule of an offer that is assigned. */
export function scheduleName(dialect: Dialect): 'schedule' | 'flexOfferSchedule' {
  return dialect === 'specification-2' ? 'schedule' : 'flexOfferSchedule';
}
