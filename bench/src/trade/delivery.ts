import { elapsedSeconds, pause } from '#clock';
import { WrongResult } from '../benchmark.js';
import { concurrently } from '../concurrently.js';
import type { HttpClient } from '../http-client.js';
import { COMMUNICATION, type CommunicationAnswer } from './communication.js';
import type { Community } from './community.js';
import { CONNECTIONS } from './connections.js';
import { flexOfferSummary, growth } from './flex-offer-summary.js';
import { Inbox } from './inbox.js';
import { moveTo } from './market-time.js';
import type { TradeOffer } from './offers.js';
import type { Round } from './round.js';

export interface Delivery {
  /** From the gate's closure to the last schedule received. */
  readonly seconds: number;
  readonly inbox: Inbox;
}

/** Devices that keep asking until the first schedule is there; if all did, they would only slow the clearing down. */
const SCOUTS = 8;
const PAUSE_MILLISECONDS = 5;
const PATIENCE_SECONDS = 120;

/**
 * Closes the gate, and polls until every schedule that the FMAN assigned is at its device.
 *
 * @throws WrongResult if a schedule does not arrive
 */
export async function measureDelivery(
  platform: HttpClient,
  community: Community,
  offers: readonly TradeOffer[],
  round: Round,
): Promise<Delivery> {
  const before = await flexOfferSummary(platform, community.admin);
  const inbox = new Inbox(offers);
  const begun = elapsedSeconds();
  const gate = { closed: false };
  const pollUntilClosed = async (): Promise<void> => {
    while (!gate.closed) {
      const waiting = inbox.waitingDevices();
      await poll(platform, community, inbox, inbox.lastNews === undefined ? scoutsOf(waiting) : waiting);
      await pause(PAUSE_MILLISECONDS);
    }
  };
  const closing = moveTo(platform, community.admin, round.gate).finally(() => (gate.closed = true));
  await Promise.all([closing, pollUntilClosed()]);
  const assigned = growth(before, await flexOfferSummary(platform, community.admin), 'assigned');
  while (inbox.schedules.size < assigned) {
    await poll(platform, community, inbox, inbox.waitingDevices());
    if (elapsedSeconds() - (inbox.lastNews ?? begun) > PATIENCE_SECONDS)
      throw new WrongResult(`${inbox.schedules.size} of ${assigned} schedules arrived`);
  }
  if (inbox.lastNews === undefined) throw new WrongResult('nothing was traded');
  return { seconds: inbox.lastNews - begun, inbox };
}

/** Each device confirms its schedules, so that the next round begins with empty mailboxes. */
export async function acknowledge(
  platform: HttpClient,
  community: Community,
  inbox: Inbox,
  sentAt: string,
): Promise<void> {
  await concurrently(inbox.received(), CONNECTIONS, async ({ device, scheduleIds }) => {
    const json = JSON.stringify({ messageId: `received-${sentAt}`, sentAt, receivedSchedules: scheduleIds });
    await platform.send({ method: 'POST', path: COMMUNICATION, token: community.devices[device]!, json });
  });
}

async function poll(
  platform: HttpClient,
  community: Community,
  inbox: Inbox,
  devices: readonly number[],
): Promise<void> {
  await concurrently(devices, CONNECTIONS, async (device) => {
    const call = { method: 'GET', path: COMMUNICATION, token: community.devices[device]! } as const;
    inbox.take(await platform.call<CommunicationAnswer>(call));
  });
}

/** Some of the devices, spread over all of them. */
function scoutsOf(devices: readonly number[]): number[] {
  const step = Math.ceil(devices.length / SCOUTS);
  return devices.filter((_, index) => index % step === 0);
}
