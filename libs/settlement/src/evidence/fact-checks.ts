import type { Fault, IntervalIndex } from '#flexoffer';

/** More than any connection moves in a quarter of an hour, and small enough that sums stay exact: 1 TWh. */
export const MOST_WH = 1e12;

/** From 1970 into the year 4821. */
const LAST_INTERVAL: IntervalIndex = 1e8;

/** A fault at `path` unless it is right. */
export function check(path: string, right: boolean, message: string): Fault[] {
  return right ? [] : [{ path, message }];
}

/** A fault at `path` if a key comes twice. */
export function repeated(path: string, keys: readonly (string | number)[], message: string): Fault[] {
  return check(path, new Set(keys).size === keys.length, message);
}

export function isInterval(value: number): boolean {
  return isInteger(value, 0, LAST_INTERVAL);
}

export function isEnergy(value: number): boolean {
  return isInteger(value, -MOST_WH, MOST_WH);
}

export function isInteger(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
