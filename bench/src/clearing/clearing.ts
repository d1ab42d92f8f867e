import { elapsedSeconds, pause } from '#clock';
import { resultOf, WrongResult, type Benchmark, type BenchmarkResult } from '../benchmark.js';
import { HttpClient } from '../http-client.js';
import { startPlatform } from '../platform-process.js';
import { moveTo } from '../trade/market-time.js';
import { registerZones } from './community.js';
import { BEFORE_GATE, BEGIN, buyRequests, GATE, groupOffers, MEMBERS } from './offers.js';

const CONNECTIONS = 4;
const PAUSE_MILLISECONDS = 20;
const GROUPS_A_ZONE = 20;
/** From closure to all schedules queued, at the largest size. */
const AIM_SECONDS = 2;
/** At least this share of the aggregates must trade, or something else was measured. */
const LEAST_TRADED = 0.9;

const SETTINGS: NodeJS.ProcessEnv = {
  ATP_GATE_INTERVAL_SECONDS: '300',
  ATP_PUBLICATION_LEAD_SECONDS: '60',
  ATP_GATE_CLOSURE_SECONDS: '300',
  ATP_START_TOLERANCE_INTERVALS: '0',
  ATP_TIME_FLEXIBILITY_TOLERANCE_INTERVALS: '0',
  ATP_ZONE_DEPTH: '2',
  ATP_LOG_LEVEL: 'warn',
  ATP_BODY_LIMIT_BYTES: String(1 << 26),
};

interface GateAnswer {
  readonly state: string;
  readonly sellOrders: number;
  readonly trades: number;
  readonly surplus: { readonly amount: string };
  readonly surplusBound: { readonly amount: string };
}

/** One gate of the whole platform, timed from its closure until every member has its schedule durably. */
export const clearing: Benchmark = {
  summary: 'seconds from gate closure to all trades and schedules, offers as 100th of aggregates',
  sizes: [10_000, 30_000, 100_000],
  run: async (size, progress) => {
    const platform = await startPlatform(BEGIN, SETTINGS);
    const client = new HttpClient(platform.url, CONNECTIONS);
    try {
      return await measure(client, platform.adminToken, size, progress);
    } finally {
      await client.close();
      await platform.stop();
    }
  },
};

async function measure(
  client: HttpClient,
  admin: string,
  size: number,
  progress: (line: string) => void,
): Promise<BenchmarkResult[]> {
  const zones = Math.max(1, Math.round(size / MEMBERS / GROUPS_A_ZONE));
  const dso = await registerZones(client, admin, zones);
  for (let zone = 0; zone < zones; zone += 1) {
    const flexOffer = Array.from({ length: GROUPS_A_ZONE }, (_, group) => groupOffers(zone, group)).flat();
    const path = '/fman/v1/flexoffers';
    const answers = await client.call<{ state: string }[]>({
      method: 'POST',
      path,
      token: admin,
      json: JSON.stringify({ flexOffer }),
    });
    const refused = answers.find(({ state }) => state !== 'accepted');
    if (refused) throw new WrongResult(`an offer was not accepted: ${JSON.stringify(refused)}`);
    const json = JSON.stringify(buyRequests(zone, GROUPS_A_ZONE));
    await client.send({ method: 'POST', path: '/doms/v1/flexibility-requests', token: dso, json });
  }
  progress(`${zones * GROUPS_A_ZONE * MEMBERS} offers in ${zones} zones are in; publishing them`);
  await moveTo(client, admin, BEFORE_GATE);
  const { queued, done } = await closeGate(client, admin);
  const gap = await checkedGap(client, admin, zones * GROUPS_A_ZONE);
  progress(`${queued.toFixed(3)} s until queued, ${done.toFixed(3)} s until done, gap ${gap.toFixed(2)} %`);
  const name = 'an aim at 100,000 offers in 50 zones';
  return [
    resultOf({ name: 'gate', size, unit: 's' }, [queued], { name, values: [AIM_SECONDS] }),
    resultOf({ name: 'all done', size, unit: 's' }, [done], { name: 'the gate', values: [queued] }),
    resultOf({ name: 'gap', size, unit: '%' }, [gap], { name: 'aim', values: [2] }),
  ];
}

interface GateSeconds {
  /** Until all trades are durable and all members' schedules are queued durably: one transaction makes both seen. */
  readonly queued: number;
  /** Until every service has done all that follows: each member's record, each device's mailbox, the settlement's books. */
  readonly done: number;
}

/** From the clock's move on; its answer comes when nothing is left to do. */
async function closeGate(client: HttpClient, admin: string): Promise<GateSeconds> {
  const begun = elapsedSeconds();
  const gate = { isDone: false };
  const moved = moveTo(client, admin, GATE).finally(() => (gate.isDone = true));
  let queued: number | undefined;
  while (queued === undefined && !gate.isDone) {
    const path = '/fman/v1/aggregates?state=traded&limit=1';
    const traded = await client.call<object[]>({ method: 'GET', path, token: admin });
    if (traded.length > 0) queued = elapsedSeconds() - begun;
    else await pause(PAUSE_MILLISECONDS);
  }
  await moved;
  const done = elapsedSeconds() - begun;
  return { queued: queued ?? done, done };
}

/** What the clearing may be short of its bound, in percent. */
async function checkedGap(client: HttpClient, admin: string, aggregates: number): Promise<number> {
  const gates = await client.list<GateAnswer>('/market/v1/gates?order=desc', admin);
  const gate = gates.find(({ state }) => state === 'cleared');
  if (gate?.sellOrders !== aggregates)
    throw new WrongResult(`${gate?.sellOrders ?? 0} of ${aggregates} aggregates were for sale`);
  const traded = await client.list<object>('/fman/v1/aggregates?state=traded', admin);
  if (traded.length < LEAST_TRADED * aggregates)
    throw new WrongResult(`only ${traded.length} of ${aggregates} aggregates traded and were dispatched`);
  const bound = Number(gate.surplusBound.amount);
  return ((bound - Number(gate.surplus.amount)) / bound) * 100;
}
