import type { Piece, ValueCurve } from './value-curve.js';

/** The next stretch of a cell in one direction: how far it goes and what each watt-hour of it loses. */
interface Step {
  readonly wh: number;
  readonly loss: number;
}

/**
 * Moves the sum of the changes by `differenceWh`, always along the stretch that loses least (then by cell); false if
 * the bounds do not reach so far. Exact where every curve is concave between the bounds, because then a cell's next
 * stretch never loses less than the one before (greedy for resource allocation, O. Gross 1956); where a cell crosses
 * from one direction to the other it is a good guess.
 */
export function moveIntoSum(
  changesWh: Float64Array,
  curves: readonly ValueCurve[],
  low: Float64Array,
  high: Float64Array,
  differenceWh: number,
): boolean {
  const direction = differenceWh > 0 ? 1 : -1;
  let left = Math.abs(differenceWh);
  while (left > 0) {
    let best: (Step & { readonly cell: number }) | undefined;
    for (let cell = 0; cell < changesWh.length; cell += 1) {
      const end = direction > 0 ? high[cell]! : low[cell]!;
      const room = Math.abs(end - changesWh[cell]!);
      if (room === 0) continue;
      const step = nextStep(curves[cell]!, changesWh[cell]!, direction, room);
      if (best === undefined || step.loss < best.loss) best = { ...step, cell };
    }
    if (best === undefined) return false;
    const moved = Math.min(best.wh, left);
    changesWh[best.cell] = changesWh[best.cell]! + direction * moved;
    left -= moved;
  }
  return true;
}

function nextStep({ less, more }: ValueCurve, changeWh: number, direction: 1 | -1, room: number): Step {
  const outwards = changeWh === 0 || changeWh > 0 === direction > 0;
  const pieces = direction > 0 === outwards ? less : more;
  const distance = Math.abs(changeWh);
  return outwards ? away(pieces, distance, room) : back(pieces, distance, Math.min(room, distance));
}

function away(pieces: readonly Piece[], distance: number, room: number): Step {
  let end = 0;
  for (const { wh, gain } of pieces) {
    end += wh;
    if (end > distance) return { wh: Math.min(room, end - distance), loss: 0 - gain };
  }
  return { wh: room, loss: 0 };
}

function back(pieces: readonly Piece[], distance: number, room: number): Step {
  const sold = pieces.reduce((sum, { wh }) => sum + wh, 0);
  if (distance > sold) return { wh: Math.min(room, distance - sold), loss: 0 };
  let begin = 0;
  for (const { wh, gain } of pieces) {
    if (begin + wh >= distance) return { wh: Math.min(room, distance - begin), loss: gain };
    begin += wh;
  }
  return { wh: room, loss: 0 };
}
