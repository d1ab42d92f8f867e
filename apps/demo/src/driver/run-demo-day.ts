import { instantOf, intervalOf, type IntervalIndex } from '#flexoffer';
import { FIRST_POLL, LAST_POLL, NIGHT_END, demoStart, isoOf, localTimeOf } from '../calendar/demo-day.js';
import type { Community } from '../community/community.js';
import { devicesOf, type Device } from '../devices/device.js';
import { Journal } from '../devices/journal.js';
import { poll } from '../devices/poll.js';
import type { Doms } from '../doms/doms.js';
import { dayReadings, historyReadings } from '../metering/readings.js';
import { sendReadings } from '../metering/send-readings.js';
import { Platform } from '../platform/platform.js';
import { concurrently } from './concurrently.js';
import { verifyEvidence, type Verifier } from './evidence.js';
import { MarketClock } from './market-clock.js';
import { readOutcome } from './outcome.js';
import { CONNECTIONS, deviceTokens, registerCommunity } from './register-community.js';
import { settleDay } from './settle-day.js';
import { summaryOf, type Summary } from './summary.js';

export interface DemoDay {
  readonly baseUrl: string;
  readonly adminToken: string;
  /** Where devices keep what they were told; a demo that goes on needs the one it began with. */
  readonly stateDirectory: string;
  readonly community: Community;
  /** Listening already: the platform polls it from its start. */
  readonly doms: Doms;
  /** One line for people, after each quarter-hour and each step before and after the day. */
  readonly onProgress: (line: string) => void;
  /** Devices poll for this many quarter-hours only; absent: the whole day. */
  readonly quarters?: number;
  /** Where the evidence package of the settled day is written. */
  readonly evidenceDirectory: string;
  readonly verifier: Verifier;
  /** Seconds since any fixed moment, for the summary. */
  readonly elapsedSeconds: () => number;
}

/** Quarter-hours after the last poll in which devices may still follow a schedule: until the cars have left. */
const LONGEST_SCHEDULE = NIGHT_END - LAST_POLL;

/**
 * Replays the demo day against a platform whose simulated clock was started at `demoStart()`. A day that was
 * interrupted goes on at the quarter-hour at which the platform's clock stands; what happened before is not
 * repeated, and what is repeated changes nothing.
 */
export async function runDemoDay(day: DemoDay): Promise<Summary> {
  const begun = day.elapsedSeconds();
  const platform = new Platform(day.baseUrl, CONNECTIONS);
  const journal = new Journal(day.stateDirectory);
  try {
    const clock = new MarketClock(platform, day.adminToken);
    await prepare(day, platform, clock);
    await trade(day, platform, clock, journal);
    const runId = await finish(day, platform, clock, journal);
    const outcome = await readOutcome(platform, day.adminToken, runId);
    day.onProgress('verifying the evidence package of the day');
    const { evidenceDirectory: directory, verifier } = day;
    const evidence = await verifyEvidence(platform, day.adminToken, runId, { directory, verifier });
    const { requests } = day.doms;
    return summaryOf(outcome, { requests, evidence, seconds: day.elapsedSeconds() - begun });
  } finally {
    journal.close();
    await platform.close();
  }
}

/** Before the first quarter-hour; once the clock has moved, everything here had been done. */
async function prepare(day: DemoDay, platform: Platform, clock: MarketClock): Promise<void> {
  const now = await clock.now();
  if (now < demoStart()) throw new Error(`the platform's clock stands before ${isoOf(demoStart())}`);
  if (now > demoStart()) return;
  day.onProgress(`registering ${day.community.sites.length + day.community.chargers.length} prosumers`);
  await registerCommunity(platform, day.adminToken, day.community);
  day.onProgress('sending the meter data of the days before');
  await sendReadings(platform, day.adminToken, historyReadings(day.community));
}

async function trade(day: DemoDay, platform: Platform, clock: MarketClock, journal: Journal): Promise<void> {
  const last = lastPollOf(day);
  const first = await nextQuarter(clock, last);
  if (first > last) return;
  const devices = devicesOf(day.community);
  const ids = devices.map(({ prosumer }) => prosumer.deviceId);
  const tokens = await deviceTokens(platform, day.adminToken, ids);
  for (let quarter = first; quarter <= last; quarter += 1) {
    day.doms.moveTo(instantOf(quarter));
    await concurrently(devices, CONNECTIONS, (device) =>
      poll(platform, device, tokenOf(tokens, device), quarter, journal),
    );
    await clock.moveToInterval(quarter + 1);
    day.onProgress(progressLine(quarter, devices, journal, day.doms));
  }
}

function lastPollOf({ quarters }: DemoDay): IntervalIndex {
  return quarters === undefined ? LAST_POLL : Math.min(LAST_POLL, FIRST_POLL + quarters - 1);
}

/**
 * The quarter-hour whose polls come next. A platform that was stopped while its clock moved first finishes what was
 * due. One that was stopped inside a quarter-hour had all polls at its start answered: they are not repeated.
 */
async function nextQuarter(clock: MarketClock, last: IntervalIndex): Promise<IntervalIndex> {
  const now = await clock.now();
  await clock.moveTo(now);
  const current = intervalOf(now);
  if (instantOf(current) === now) return current;
  if (current <= last) await clock.moveToInterval(current + 1);
  return current + 1;
}

/** The day is over: its readings arrive and are settled. */
async function finish(
  day: DemoDay,
  platform: Platform,
  clock: MarketClock,
  journal: Journal,
): Promise<string> {
  const end = Math.min(NIGHT_END, lastPollOf(day) + LONGEST_SCHEDULE);
  if ((await clock.now()) < instantOf(end)) await clock.moveToInterval(end);
  day.onProgress('sending the meter data of the day');
  const assigned = (flexibilityId: string) => journal.scheduleOf(flexibilityId)?.schedule;
  await sendReadings(platform, day.adminToken, dayReadings(day.community, assigned, end));
  day.onProgress('settling the day');
  return settleDay(platform, day.adminToken, clock);
}

function tokenOf(tokens: ReadonlyMap<string, string>, { prosumer }: Device): string {
  const token = tokens.get(prosumer.deviceId);
  if (token === undefined) throw new Error(`${prosumer.deviceId} has no token`);
  return token;
}

function progressLine(
  quarter: IntervalIndex,
  devices: readonly Device[],
  journal: Journal,
  doms: Doms,
): string {
  let offers = 0;
  for (let past = FIRST_POLL; past <= quarter; past += 1)
    offers += devices.reduce((sum, device) => sum + device.offersAt(past), 0);
  const answered = `${doms.responses.size} of ${doms.requests.length} requests answered`;
  return `${localTimeOf(quarter)} | ${offers} offers | ${journal.scheduleCount} schedules | ${answered}`;
}
