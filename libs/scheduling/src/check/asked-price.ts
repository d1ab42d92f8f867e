import type { AskedPrice, FlexOffer, IntervalIndex, MicroPerKwh, Schedule } from '#flexoffer';

/**
 * What a seller asks per kWh for a change in an interval, if its profile starts at `start`: the price of the slice that
 * runs there then; where none does, of the slice that runs there by default. Positive direction: less consumption.
 */
export function askedPrice(
  { slices, price, defaultSchedule }: FlexOffer,
  { start }: Pick<Schedule, 'start'>,
  interval: IntervalIndex,
  direction: number,
): MicroPerKwh {
  const running = sliceAt(slices, interval - start) ?? sliceAt(slices, interval - defaultSchedule.start);
  const asked: AskedPrice = running?.price ?? price;
  return direction > 0 ? asked.down : asked.up;
}

/** Slices have fixed durations here. */
function sliceAt(slices: FlexOffer['slices'], unit: number): FlexOffer['slices'][number] | undefined {
  let left = unit;
  for (const slice of slices) {
    if (left < 0) return undefined;
    if (left < slice.minDuration) return slice;
    left -= slice.minDuration;
  }
  return undefined;
}
