import { elapsedSeconds, pause } from '#clock';
import { WrongResult } from '../benchmark.js';
import { concurrently } from '../concurrently.js';
import type { HttpClient } from '../http-client.js';
import { COMMUNICATION, type CommunicationAnswer } from './communication.js';
import type { Community } from './community.js';
import { CONNECTIONS } from './connections.js';
import { flexOfferSummary, growth } from './flex-offer-summary.js';

/** A poll that is ready to be sent. */
export interface PreparedPoll {
  readonly device: number;
  readonly json: string;
}

const LEAST_PAUSE_SECONDS = 0.002;
/** Pauses are longer than the questions between them, so that asking takes little from the work asked about. */
const PAUSE_PER_QUESTION = 4;
const PATIENCE_SECONDS = 600;

/**
 * Seconds from the first poll sent to the durable acceptance of the last offer at the FMAN.
 *
 * @throws WrongResult if an offer is not accepted
 */
export async function measureAcceptance(
  platform: HttpClient,
  community: Community,
  polls: readonly PreparedPoll[],
): Promise<number> {
  const before = await flexOfferSummary(platform, community.admin);
  const begun = elapsedSeconds();
  await concurrently(polls, CONNECTIONS, async ({ device, json }) => {
    const call = { method: 'POST', path: COMMUNICATION, token: community.devices[device]!, json } as const;
    const { acknowledgement } = await platform.call<CommunicationAnswer>(call);
    if (acknowledgement.result !== 'Ack') throw new WrongResult(JSON.stringify(acknowledgement));
  });
  for (;;) {
    const asked = elapsedSeconds();
    const now = await flexOfferSummary(platform, community.admin);
    const answered = elapsedSeconds();
    const seconds = answered - begun;
    if (growth(before, now, 'accepted') === polls.length) return seconds;
    if (growth(before, now, 'rejected') > 0 || seconds > PATIENCE_SECONDS)
      throw new WrongResult(`not all of ${polls.length} offers were accepted: ${JSON.stringify(now)}`);
    await pause(1000 * Math.max(LEAST_PAUSE_SECONDS, PAUSE_PER_QUESTION * (answered - asked)));
  }
}
