import type { WattHours } from '#flexoffer';

/** What came of an order. All but `deficiencyWh` have the trade's sign: positive is less consumption. */
export interface Delivery {
  /** The deviation from the baseline, whatever was ordered. */
  readonly realizedWh: WattHours;
  /** The part of it that was ordered, and so is paid: between 0 and the order. */
  readonly deliveredWh: WattHours;
  /** What is lacking from the order, never negative; more than the order if the meter went the other way. */
  readonly deficiencyWh: WattHours;
}

/** Baseline and actual are consumption-positive, the order has the trade's sign. */
export interface MeasuredOrder {
  readonly baselineWh: WattHours;
  readonly actualWh: WattHours;
  readonly orderedWh: WattHours;
}

/**
 * Delivery as in the settle phase of USEF (and of its protocol UFTP):
 *
 * ```
 * realized   = baseline - actual
 * delivered  = min(max(realized, 0), ordered)
 * deficiency = max(0, ordered - realized) = max(0, actual - (baseline - ordered))
 * ```
 * and mirrored for an order to consume more. Over-delivery is worth nothing, and is not punished.
 */
export function delivery({ baselineWh, actualWh, orderedWh }: MeasuredOrder): Delivery {
  return deliveryOf(orderedWh, baselineWh - actualWh);
}

/** Delivery of an order whose realised energy is known; both have the trade's sign. */
export function deliveryOf(orderedWh: WattHours, realizedWh: WattHours): Delivery {
  if (orderedWh < 0) {
    const deliveredWh = Math.max(Math.min(realizedWh, 0), orderedWh);
    return { realizedWh, deliveredWh, deficiencyWh: Math.max(0, realizedWh - orderedWh) };
  }
  const deliveredWh = Math.min(Math.max(realizedWh, 0), orderedWh);
  return { realizedWh, deliveredWh, deficiencyWh: orderedWh === 0 ? 0 : Math.max(0, orderedWh - realizedWh) };
}
