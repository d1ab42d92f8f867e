import { elapsedSeconds, pause } from '#clock';
import type { HttpClient } from '../http-client.js';
import { moveTo } from '../trade/market-time.js';
import type { GateRound } from './gate-round.js';

const PAUSE_MILLISECONDS = 20;
/**
 * All aggregates that trade are seen to have traded at once, so a few tell of all: any that come first by id, which
 * costs the platform next to nothing.
 */
const FEW = '/fman/v1/aggregates?limit=12';

export interface GateSeconds {
  /** Until all trades are durable and all members' schedules are queued durably: one transaction makes both seen. */
  readonly queued: number;
  /** Until every service has done all that follows: each member's record, each device's mailbox, the settlement's books. */
  readonly done: number;
}

/** From the clock's move on; its answer comes when nothing is left to do. */
export async function closeGate(client: HttpClient, admin: string, round: GateRound): Promise<GateSeconds> {
  const before = await statesOfFew(client, admin);
  const begun = elapsedSeconds();
  const gate = { isDone: false };
  const moved = moveTo(client, admin, round.gate).finally(() => (gate.isDone = true));
  let queued: number | undefined;
  while (queued === undefined && !gate.isDone) {
    if ((await statesOfFew(client, admin)) !== before) queued = elapsedSeconds() - begun;
    else await pause(PAUSE_MILLISECONDS);
  }
  await moved;
  const done = elapsedSeconds() - begun;
  return { queued: queued ?? done, done };
}

async function statesOfFew(client: HttpClient, admin: string): Promise<string> {
  const few = await client.call<{ state: string }[]>({ method: 'GET', path: FEW, token: admin });
  return few.map(({ state }) => state).join();
}
