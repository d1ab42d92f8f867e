import type { Answer } from '../api/answer.js';
import { Failure } from '../api/failure.js';
import type { PlatformApi } from '../api/platform-api.js';

/** The platform's own time, where it is simulated. */
export interface MarketClock {
  readonly now: number;
  readonly timeZone?: string;
}

const decodeClock = (answer: Answer): MarketClock => {
  const timeZone = answer.textIfAny('timeZone');
  return { now: answer.instant('now'), ...(timeZone === undefined ? {} : { timeZone }) };
};

/** Undefined when the platform runs in real time: it has no clock to show then. @throws Failure */
export async function readClock(api: PlatformApi): Promise<MarketClock | undefined> {
  try {
    return await api.read('/admin/v1/clock', decodeClock);
  } catch (error) {
    if (error instanceof Failure && error.status === 404) return undefined;
    throw error;
  }
}
