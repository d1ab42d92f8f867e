import type { FlexOffer } from '../flex-offer.js';
import { tolerancesOf, type AggregateOptions } from './aggregate-options.js';
import { alignedWindow } from './alignment.js';
import type { Placement } from './columns/offer-columns.js';
import { cellOf, gridDimensions } from './dimensions.js';
import { directionOf } from './direction.js';
import { isOrdinary, memberEnergies, type MemberEnergies } from './member-energies.js';
import { zoneOf } from './zone.js';

/** An offer as the numbers that aggregation needs of it. */
export interface PackedOffer {
  /**
   * Only offers of the same category go together: zone, direction, the offer itself if it must stay alone, and the cell of every dimension, and with start
   * alignment how far into the window the default lies.
   */
  readonly category: string;
  readonly placement: Omit<Placement, 'category'>;
  readonly energies: MemberEnergies;
}

/** How offers are packed under the options. */
export function offerPacker(options: AggregateOptions): (offer: FlexOffer) => PackedOffer {
  const alignment = options.alignment ?? 'start';
  const dimensions = gridDimensions(tolerancesOf(options));
  const categoryOf = (offer: FlexOffer): string =>
    JSON.stringify([
      zoneOf(offer.gridNode, options.zoneDepth),
      directionOf(offer.slices),
      options.kinds === 'apart' && !isOrdinary(offer) ? offer.id : '',
      alignment === 'start' ? offer.defaultSchedule.start - offer.startAfter : 0,
      ...cellOf(offer, dimensions),
    ]);
  return (offer) => {
    const offeredWh = offer.slices.reduce((sum, { lowerWh, upperWh }) => sum + upperWh - lowerWh, 0);
    return {
      category: categoryOf(offer),
      placement: { ...alignedWindow(offer, alignment), offeredWh },
      energies: memberEnergies(offer),
    };
  };
}
