/** An amount as the platform writes it: exact, never computed with as a float. */
export type Decimal = `${number}`;

const DECIMAL = /^-?\d+(\.\d+)?$/;

export const isDecimal = (value: unknown): value is Decimal =>
  typeof value === 'string' && DECIMAL.test(value);

const amounts = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'negative',
});
const prices = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
  signDisplay: 'negative',
});

/** `12.34 CHF`: to the cent, half away from zero. */
export const formatMoney = (amount: Decimal, currency: string): string =>
  `${formatAmount(amount)} ${currency}`;

/** `12.34`: for a column whose heading names the currency. */
export const formatAmount = (amount: Decimal): string => amounts.format(amount);

/** `0.2145`: a price per kWh. */
export const formatPrice = (price: Decimal): string => prices.format(price);

/** Millionths of the currency, exact. Digits beyond the sixth do not occur in the platform's amounts and are cut. */
export function microOf(amount: Decimal): bigint {
  const negative = amount.startsWith('-');
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const micro = BigInt(whole + fraction.slice(0, 6).padEnd(6, '0'));
  return negative ? -micro : micro;
}

/** The inverse of `microOf`. */
export function decimalOf(micro: bigint): Decimal {
  const digits = (micro < 0n ? -micro : micro).toString().padStart(7, '0');
  const written = `${micro < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
  if (!isDecimal(written)) throw new Error(`not a decimal number: ${written}`);
  return written;
}

/** The exact sum. */
export const sumOf = (parts: readonly Decimal[]): Decimal =>
  decimalOf(parts.reduce((sum, part) => sum + microOf(part), 0n));
