import type { AskedPrice, Schedule } from '#flexoffer';
import type { FlexOfferContent } from '../flexoffers/flex-offer-content.js';

/**
 * What an owner asks for a schedule: every watt-hour away from the default at its price, in the intervals of the schedule
 * and in those of the default that it leaves. In micro-currency per kWh times Wh.
 */
export function askedMicro(
  { slices, price, defaultSchedule }: FlexOfferContent,
  { start, energiesWh, durations }: Schedule,
): bigint {
  const prices = slices.flatMap((slice, index) =>
    Array.from({ length: durations?.[index] ?? slice.minDuration }, () => slice.price ?? price),
  );
  const first = Math.min(start, defaultSchedule.start);
  const end = Math.max(start + energiesWh.length, defaultSchedule.start + defaultSchedule.energiesWh.length);
  let asked = 0n;
  for (let interval = first; interval < end; interval += 1) {
    const usual = defaultSchedule.energiesWh[interval - defaultSchedule.start] ?? 0;
    const change = (energiesWh[interval - start] ?? 0) - usual;
    asked += costOf(change, prices[interval - start] ?? price);
  }
  return asked;
}

function costOf(changeWh: number, { up, down }: AskedPrice): bigint {
  return changeWh > 0 ? BigInt(changeWh) * BigInt(up) : BigInt(-changeWh) * BigInt(down);
}
