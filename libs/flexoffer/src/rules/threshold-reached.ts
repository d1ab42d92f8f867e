import { boundsAtThreshold } from '../conversion/bounds-at-threshold.js';
import type { FlexOffer, Slice } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { hasSoundSlices } from './has-sound-slices.js';
import { probabilitiesBetween0And1 } from './probabilities-between-0-and-1.js';
import { uncertaintyPieces } from './uncertainty-pieces.js';
import { uncertaintyThreshold } from './uncertainty-threshold.js';

const PREMISES = [uncertaintyThreshold, uncertaintyPieces, probabilitiesBetween0And1];

/** Some energy of an uncertain slice is as likely as its threshold, and its bounds promise no energy that is less likely. */
export function thresholdReached(offer: FlexOffer): Fault[] {
  if (offer.slices.every(({ uncertainty }) => uncertainty === undefined) || !hasSoundSlices(offer)) return [];
  if (PREMISES.some((rule) => rule(offer).length > 0)) return [];
  return offer.slices.flatMap((slice, index) => {
    const message = faultOf(slice);
    return message === undefined
      ? []
      : [{ path: `flexOfferProfileConstraints[${index}].UncertainThreshold`, message }];
  });
}

function faultOf({ uncertainty, lowerWh, upperWh }: Slice): string | undefined {
  if (uncertainty === undefined) return undefined;
  const likely = boundsAtThreshold(uncertainty, lowerWh);
  if (likely === undefined) return `no whole watt-hour is as likely as ${uncertainty.threshold}`;
  if (lowerWh >= likely.lowerWh && upperWh <= likely.upperWh) return undefined;
  return `holds from ${likely.lowerWh} to ${likely.upperWh} Wh, not for all of the bounds ${lowerWh} to ${upperWh} Wh`;
}
