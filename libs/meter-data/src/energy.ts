import type { WattHours } from '#flexoffer';

/** A million kWh in a quarter-hour: more than any connection carries. */
const MOST_KWH_DIGITS = 6;
const DECIMAL = new RegExp(`^(\\d{1,${MOST_KWH_DIGITS}})(?:\\.(\\d{1,3}))?$`);

/**
 * Whole watt-hours of a decimal number of kWh, exactly.
 *
 * @returns undefined unless it is a plain decimal with a point, at most three places, and not negative
 */
export function wattHoursOf(kilowattHours: string): WattHours | undefined {
  const [, whole, places = ''] = DECIMAL.exec(kilowattHours) ?? [];
  return whole === undefined ? undefined : Number(whole) * 1000 + Number(places.padEnd(3, '0'));
}
