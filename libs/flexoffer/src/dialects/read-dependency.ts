import type { DependencyRow } from '../flex-offer.js';
import type { EnergyScale } from './energy-scale.js';
import { CONSTRAINTS } from './known-fields.js';
import { finiteNumber, type MessageFields } from './message-fields.js';
import { turnRow } from './sign.js';

/** More sides than a polygon that anybody computes has. */
const MOST_ROWS = 256;
const MOST_FACTOR = 1e9;

/** What a row's end is rounded to: the tolerance within which a row holds, so that any unit writes it exactly. */
const PARTS_PER_WH = 1000;

/**
 * The polygon of a dependency slice: rows `[a, b, c]` that mean `a*x + b*y <= c`, c in the message's unit, x the energy
 * of all earlier slices and y of this one; also as texts `"a b c"`. The end of a row is rounded to 0.001 Wh. In
 * production-positive messages x and y are turned, and with them the signs of a and b.
 */
export function readDependency(
  slice: MessageFields,
  scale: EnergyScale,
): readonly DependencyRow[] | undefined {
  const found = slice.findAnyCase(CONSTRAINTS.dependency);
  if (found === undefined) return undefined;
  const list = slice.list(MOST_ROWS, found.name);
  if (list?.length === 0) return slice.fault(found.name, 'must have at least one row');
  const rows = list
    ?.map((row, index) => readRow(row, scale) ?? slice.fault(`${found.name}[${index}]`, SHAPE))
    .filter((row) => row !== undefined);
  return rows?.length === list?.length ? rows : undefined;
}

const SHAPE = `must be a row [a, b, c] for a*x + b*y <= c, a and b at most ${MOST_FACTOR} in size and not both 0`;

function readRow(row: unknown, scale: EnergyScale): DependencyRow | undefined {
  const parts: readonly unknown[] =
    typeof row === 'string' ? row.trim().split(/\s+/) : Array.isArray(row) ? row : [];
  const [a, b, c] = parts.length === 3 ? parts.map(finiteNumber) : [];
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (Math.abs(a) > MOST_FACTOR || Math.abs(b) > MOST_FACTOR || (a === 0 && b === 0)) return undefined;
  if (!scale.isEnergy(c)) return undefined;
  const cWh = Math.round(scale.whOf(c) * PARTS_PER_WH) / PARTS_PER_WH + 0;
  return turnRow({ a: a + 0, b: b + 0, cWh }, scale.sign);
}
