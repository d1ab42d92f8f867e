import type { AskedPrice, MicroPerKwh } from '#flexoffer';
import type { EnergyByInterval } from './energy-by-interval.js';
import type { StandingMember } from './standing-member.js';

/**
 * What a member asks per kWh for consuming so much more (or less), on average over the intervals in which it runs;
 * undefined if it runs in none of them. Rounded to whole millionths: it only puts members in line.
 */
export function askedFor(
  { offer, schedule }: StandingMember,
  neededWh: EnergyByInterval,
): MicroPerKwh | undefined {
  const prices = pricesOf(offer, schedule.durations);
  let energy = 0n;
  let money = 0n;
  for (const [interval, needed] of neededWh) {
    const price = prices[interval - schedule.start];
    if (price === undefined || needed === 0) continue;
    energy += BigInt(Math.abs(needed));
    money += BigInt(Math.abs(needed)) * BigInt(needed > 0 ? price.up : price.down);
  }
  return energy === 0n ? undefined : Number(money / energy);
}

/** In each interval of the profile. */
function pricesOf(
  { slices, price }: StandingMember['offer'],
  durations: readonly number[] | undefined,
): AskedPrice[] {
  return slices.flatMap((slice, index) =>
    Array.from({ length: durations?.[index] ?? slice.minDuration }, () => slice.price ?? price),
  );
}
