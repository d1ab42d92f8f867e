import type { ExactMember } from '#flexoffer';
import { randomNumbers } from '../random.js';
import type { Session } from './sessions.js';

const NOON = 1_928_592;

/** As many members as asked for: sessions drawn with replacement, all on one day, each charging its energy exactly. */
export function membersOf(sessions: readonly Session[], count: number, seed = 42): ExactMember[] {
  const below = randomNumbers(seed);
  return Array.from({ length: count }, (_, index) => {
    const session = sessions[below(sessions.length)];
    if (session === undefined) throw new Error('there are no sessions to draw from');
    const up = 20_000 + below(60_001);
    const down = 20_000 + below(60_001);
    return memberOf(`session-${index}`, session, { up, down });
  });
}

function memberOf(
  id: string,
  { start, quarterHours, mostWh, energyWh }: Session,
  price: { readonly up: number; readonly down: number },
): ExactMember {
  const runningLowerWh = new Float64Array(quarterHours).fill(-Infinity);
  const runningUpperWh = new Float64Array(quarterHours).fill(Infinity);
  runningLowerWh[quarterHours - 1] = energyWh;
  runningUpperWh[quarterHours - 1] = energyWh;
  // Left alone, a car charges as soon and as fast as it can.
  const defaultWh = Array.from({ length: quarterHours }, (_, unit) =>
    Math.max(0, Math.min(mostWh, energyWh - unit * mostWh)),
  );
  return {
    id,
    start: NOON + start,
    set: {
      lowerWh: new Float64Array(quarterHours),
      upperWh: new Float64Array(quarterHours).fill(mostWh),
      runningLowerWh,
      runningUpperWh,
    },
    price,
    defaultWh,
  };
}
