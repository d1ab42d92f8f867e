const formats = [0, 1, 2].map(
  (digits) =>
    new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    }),
);

/** What stands where a value is not known. */
export const UNKNOWN = '–';

/** A number of kWh with three digits or so: `1,234`, `45.6`, `7.89`, `0`; a dash where it is not known. */
export function formatKwh(kwh: number | null): string {
  if (kwh === null) return UNKNOWN;
  const size = Math.abs(kwh);
  const digits = size === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
  return formats[digits]?.format(kwh) ?? UNKNOWN;
}

/** `+7.89` and `-7.89`: for a change, whose sign means something. */
export const formatChange = (kwh: number | null): string =>
  kwh !== null && kwh > 0 ? `+${formatKwh(kwh)}` : formatKwh(kwh);

export const kwhOf = (wattHours: number | null): number | null =>
  wattHours === null ? null : wattHours / 1000;

const counts = new Intl.NumberFormat('en-GB');

export const formatCount = (count: number): string => counts.format(count);

/** `87 %`, and a dash for a share of nothing. */
export const formatShare = (part: number, whole: number): string =>
  whole === 0 ? UNKNOWN : `${Math.round((100 * part) / whole)} %`;
