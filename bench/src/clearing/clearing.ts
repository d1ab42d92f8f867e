import { formatInstant } from '#flexoffer';
import { resultOf, WrongResult, type Benchmark, type BenchmarkResult } from '../benchmark.js';
import { HttpClient } from '../http-client.js';
import { startPlatform } from '../platform-process.js';
import { moveTo } from '../trade/market-time.js';
import { closeGate, type GateSeconds } from './close-gate.js';
import { registerZones } from './community.js';
import { GATE_SETTINGS, gateRound, type GateRound } from './gate-round.js';
import { buyRequests, groupOffers, MEMBERS } from './offers.js';

const CONNECTIONS = 4;
const GROUPS_A_ZONE = 20;
/** From closure to all schedules queued, at the largest size. */
const AIM_SECONDS = 2;
/** At least this share of the aggregates must trade, or something else was measured. */
const LEAST_TRADED = 0.9;

interface GateAnswer {
  readonly closedAt: string;
  readonly sellOrders: number;
  readonly surplus: { readonly amount: string };
  readonly surplusBound: { readonly amount: string };
}

/** Who takes part: the same in each gate. */
interface Market {
  readonly client: HttpClient;
  readonly admin: string;
  readonly dso: string;
  readonly zones: number;
}

/** Two gates of the whole platform: one of a platform that never cleared before, and one of a running market. */
export const clearing: Benchmark = {
  summary: 'seconds from gate closure to all trades and schedules, offers as 100th of aggregates',
  sizes: [10_000, 30_000, 100_000],
  run: async (size, progress) => {
    const platform = await startPlatform(gateRound(0).begin, GATE_SETTINGS);
    const client = new HttpClient(platform.url, CONNECTIONS);
    try {
      const admin = platform.adminToken;
      const zones = Math.max(1, Math.round(size / MEMBERS / GROUPS_A_ZONE));
      const market = { client, admin, zones, dso: await registerZones(client, admin, zones) };
      const rounds = [gateRound(0), gateRound(1)] as const;
      const first = await runGate(market, rounds[0], progress);
      const second = await runGate(market, rounds[1], progress);
      return resultsOf(size, first, second, await checkedGap(market, rounds));
    } finally {
      await client.close();
      await platform.stop();
    }
  },
};

async function runGate(
  market: Market,
  round: GateRound,
  progress: (line: string) => void,
): Promise<GateSeconds> {
  const { client, admin, dso, zones } = market;
  await moveTo(client, admin, round.begin);
  for (let zone = 0; zone < zones; zone += 1) {
    const flexOffer = Array.from({ length: GROUPS_A_ZONE }, (_, group) =>
      groupOffers(round, zone, group),
    ).flat();
    const path = '/fman/v1/flexoffers';
    const answers = await client.call<{ state: string }[]>({
      method: 'POST',
      path,
      token: admin,
      json: JSON.stringify({ flexOffer }),
    });
    const refused = answers.find(({ state }) => state !== 'accepted');
    if (refused) throw new WrongResult(`an offer was not accepted: ${JSON.stringify(refused)}`);
    const json = JSON.stringify(buyRequests(round, zone, GROUPS_A_ZONE));
    await client.send({ method: 'POST', path: '/doms/v1/flexibility-requests', token: dso, json });
  }
  progress(`gate ${round.number + 1}: ${zones * GROUPS_A_ZONE * MEMBERS} offers in ${zones} zones are in`);
  await moveTo(client, admin, round.beforeGate);
  const seconds = await closeGate(client, admin, round);
  const { queued, done } = seconds;
  progress(
    `gate ${round.number + 1}: ${queued.toFixed(3)} s until queued, ${done.toFixed(3)} s until all is done`,
  );
  return seconds;
}

function resultsOf(size: number, first: GateSeconds, second: GateSeconds, gap: number): BenchmarkResult[] {
  const aim = { name: 'an aim at 100,000 offers in 50 zones', values: [AIM_SECONDS] };
  const gate = { name: 'the gate', values: [second.queued] };
  return [
    resultOf({ name: 'gate', size, unit: 's' }, [second.queued], aim),
    resultOf({ name: 'firstGate', size, unit: 's' }, [first.queued], aim),
    resultOf({ name: 'allDone', size, unit: 's' }, [second.done], gate),
    resultOf({ name: 'gap', size, unit: '%' }, [gap], { name: 'aim', values: [2] }),
  ];
}

/** What the last clearing may be short of its bound, in percent. */
async function checkedGap({ client, admin, zones }: Market, rounds: readonly GateRound[]): Promise<number> {
  const aggregates = rounds.length * zones * GROUPS_A_ZONE;
  const closures = new Set(rounds.map(({ gate }) => formatInstant(gate)));
  const all = await client.list<GateAnswer>('/market/v1/gates?order=desc', admin);
  const gates = all.filter(({ closedAt }) => closures.has(closedAt));
  const forSale = gates.reduce((sum, { sellOrders }) => sum + sellOrders, 0);
  if (forSale !== aggregates) throw new WrongResult(`${forSale} of ${aggregates} aggregates were for sale`);
  const traded = await client.list<object>('/fman/v1/aggregates?state=traded', admin);
  if (traded.length < LEAST_TRADED * aggregates)
    throw new WrongResult(`only ${traded.length} of ${aggregates} aggregates traded and were dispatched`);
  const bound = Number(gates[0]?.surplusBound.amount);
  return ((bound - Number(gates[0]?.surplus.amount)) / bound) * 100;
}
