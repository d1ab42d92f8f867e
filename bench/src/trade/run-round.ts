import { formatInstant } from '#flexoffer';
import { WrongResult } from '../benchmark.js';
import type { HttpClient } from '../http-client.js';
import { measureAcceptance, type PreparedPoll } from './acceptance.js';
import type { BareReference } from './bare-reference.js';
import { buyRequests } from './buy-requests.js';
import { checkRound } from './check.js';
import type { Community } from './community.js';
import { acknowledge, measureDelivery } from './delivery.js';
import { moveTo } from './market-time.js';
import { offersOf, type TradeOffer } from './offers.js';
import { pollMessage } from './poll-message.js';
import type { Round } from './round.js';

/** Seconds; each beside its reference. */
export interface RoundTimes {
  readonly acceptance: number;
  readonly barePosts: number;
  readonly delivery: number;
  readonly bareGets: number;
}

/** One round, end to end, with its check. */
export async function runRound(
  platform: HttpClient,
  bare: BareReference,
  community: Community,
  round: Round,
  size: number,
): Promise<RoundTimes> {
  await moveTo(platform, community.admin, round.polls);
  const offers = offersOf(round, size, community.devices.length);
  const polls = offers.map((offer): PreparedPoll => ({
    device: offer.device,
    json: pollMessage(offer, round),
  }));
  const acceptance = await measureAcceptance(platform, community, polls);
  await buy(platform, community, offers, round);
  await moveTo(platform, community.admin, round.beforeGate);
  const { seconds, inbox } = await measureDelivery(platform, community, offers, round);
  await checkRound(platform, community.admin, round, offers, inbox.schedules);
  await acknowledge(platform, community, inbox, formatInstant(round.gate));
  return {
    acceptance,
    barePosts: await bare.posts(polls),
    delivery: seconds,
    bareGets: await bare.gets(inbox.received().length),
  };
}

async function buy(
  platform: HttpClient,
  community: Community,
  offers: readonly TradeOffer[],
  round: Round,
): Promise<void> {
  const json = JSON.stringify(buyRequests(offers, round));
  const call = { method: 'POST', path: '/doms/v1/flexibility-requests', token: community.dso, json } as const;
  const answers = await platform.call<readonly { readonly result?: string }[]>(call);
  const rejected = answers.find(({ result }) => result === 'rejected');
  if (rejected !== undefined) throw new WrongResult(`a request was rejected: ${JSON.stringify(rejected)}`);
}
