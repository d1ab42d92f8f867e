import type { Instant, WattHours } from '#flexoffer';

/** What a cumulative register of a meter showed; the value before the transformer. */
export interface RegisterReading {
  readonly at: Instant;
  /** The number on the meter: another number, another meter. */
  readonly meter: string;
  /** From 0 on. */
  readonly valueWh: WattHours;
}

/** What is known of a register. */
export interface Register {
  /** Current and voltage transformers before the meter: energy is this many times what the register counts. At least 1. */
  readonly factor: number;
  /** The register shows 0 again after this value; absent: it never does, and a lower value is a reset. */
  readonly rollOverWh?: WattHours;
  /** What the connection can carry in an hour, behind the transformers; more was not consumed but misread. */
  readonly mostWhPerHour: WattHours;
}

/** The energy between two readings that follow one another, or why it cannot be known. */
export type RegisterStretch = { readonly from: Instant; readonly to: Instant } & (
  { readonly energyWh: WattHours } | { readonly unknown: string }
);

const HOUR_MS = 3_600_000;

/**
 * Differences of a cumulative register, from each reading to the next:
 *
 * ```
 * shown     998.0     999.5       1.0      0.2     |  120.0   121.0        kWh, rolls over after 999.9
 * energy          1.5       1.4*       reset    exchange    1.0            * 999.9 - 999.5 + 1.0
 * ```
 * A lower value is a roll-over if the register has one, less than half of its range was counted then, and the connection
 * can carry that; otherwise the register was reset and what it had counted until then is lost.
 *
 * @param readings in any order; the same reading twice counts once
 * @returns by time, one stretch less than there are different instants
 * @throws RangeError for a factor below 1, or a value that is not a whole number from 0 on
 */
export function registerEnergies(
  readings: readonly RegisterReading[],
  register: Register,
): RegisterStretch[] {
  if (!(register.factor >= 1)) throw new RangeError(`a transformer factor of ${register.factor}`);
  const inOrder = readings.toSorted((a, b) => a.at - b.at || a.valueWh - b.valueWh);
  const stretches: RegisterStretch[] = [];
  let before: RegisterReading | undefined;
  let isDoubtful = false;
  for (const reading of inOrder) {
    if (!Number.isSafeInteger(reading.valueWh) || reading.valueWh < 0)
      throw new RangeError(`a register that shows ${reading.valueWh} Wh`);
    if (before?.at === reading.at) {
      isDoubtful ||= before.valueWh !== reading.valueWh || before.meter !== reading.meter;
      if (isDoubtful) distrust(stretches);
      continue;
    }
    if (before !== undefined)
      stretches.push(isDoubtful ? doubtful(before.at, reading.at) : stretchOf(before, reading, register));
    before = reading;
    isDoubtful = false;
  }
  return stretches;
}

function stretchOf(before: RegisterReading, after: RegisterReading, register: Register): RegisterStretch {
  const stretch = { from: before.at, to: after.at };
  if (before.meter !== after.meter)
    return { ...stretch, unknown: `meter ${before.meter} was exchanged for ${after.meter}` };
  const most = (register.mostWhPerHour * (after.at - before.at)) / HOUR_MS;
  const difference = after.valueWh - before.valueWh;
  if (difference >= 0) {
    const energyWh = difference * register.factor;
    if (energyWh <= most) return { ...stretch, energyWh };
    return { ...stretch, unknown: `${energyWh} Wh are more than the connection can carry` };
  }
  const counted = (register.rollOverWh ?? Infinity) + difference;
  const energyWh = counted * register.factor;
  return energyWh <= most && counted < (register.rollOverWh ?? 0) / 2
    ? { ...stretch, energyWh }
    : { ...stretch, unknown: `the register was reset: ${before.valueWh} Wh, then ${after.valueWh} Wh` };
}

const doubtful = (from: Instant, to: Instant): RegisterStretch => ({
  from,
  to,
  unknown: 'the register shows two values at the same instant',
});

/** The stretch that ends at an instant with two values. */
function distrust(stretches: RegisterStretch[]): void {
  const last = stretches.pop();
  if (last !== undefined) stretches.push(doubtful(last.from, last.to));
}
