import type { WattHours } from '#flexoffer';

/** A million kWh in a quarter-hour: more than any connection carries. */
const DIGITS_OF_A_QUARTER_HOUR = 6;
const DECIMAL = /^(\d+)(?:\.(\d{1,3}))?$/;

/**
 * Whole watt-hours of a decimal number of kWh, exactly.
 *
 * @param mostDigits before the point, at most 12; by default what a quarter-hour can have
 * @returns undefined unless it is a plain decimal with a point, at most three places, and not negative
 */
export function wattHoursOf(
  kilowattHours: string,
  mostDigits = DIGITS_OF_A_QUARTER_HOUR,
): WattHours | undefined {
  const [, whole, places = ''] = DECIMAL.exec(kilowattHours) ?? [];
  if (whole === undefined || whole.length > mostDigits) return undefined;
  return Number(whole) * 1000 + Number(places.padEnd(3, '0'));
}
