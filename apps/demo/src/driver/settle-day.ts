import { DAY_END, DAY_START, isoOfInterval } from '../calendar/demo-day.js';
import { RunAnswer, RunCreatedAnswer } from '../platform/answers.js';
import { PlatformError, type Platform } from '../platform/platform.js';
import type { MarketClock } from './market-clock.js';

const PATH = '/settlement/v1/runs';
const MOST_MOVES = 120;
const MOVE_MILLISECONDS = 60_000;

/** Has the demo day settled, and returns the run's id once it is completed. */
export async function settleDay(platform: Platform, token: string, clock: MarketClock): Promise<string> {
  const { runId } = await platform.call(
    {
      method: 'POST',
      path: PATH,
      token,
      body: { from: isoOfInterval(DAY_START), to: isoOfInterval(DAY_END) },
      idempotencyKey: 'demo-day-settlement',
    },
    RunCreatedAnswer,
  );
  const call = { method: 'GET', path: `${PATH}/${runId}`, token } as const;
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const { state } = await platform.call(call, RunAnswer);
    if (state === 'completed') return runId;
    if (state === 'failed') throw new PlatformError('GET', call.path, 'the settlement run failed');
    await clock.moveTo((await clock.now()) + MOVE_MILLISECONDS);
  }
  throw new PlatformError('GET', call.path, 'the settlement run does not end');
}
