import type { FlexOffer } from '../flex-offer.js';

/**
 * By how many intervals the start may move: latest less earliest start, 0 or more. The measures of this folder are
 * those of Valsomatzis, Hose, Pedersen and Siksnys, Measuring and Comparing Energy Flexibilities, EDBT/ICDT Workshops
 * 2015, where this one is called time flexibility.
 */
export function timeFlexibility({
  startAfter,
  startBefore,
}: Pick<FlexOffer, 'startAfter' | 'startBefore'>): number {
  return startBefore - startAfter;
}
