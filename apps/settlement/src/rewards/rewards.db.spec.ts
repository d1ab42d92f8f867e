import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPublicKeys, verifyPackage } from '#settlement';
import { administrationService } from '../../../administration/src/service.js';
import { contractBody } from '../testing/settlement-platform.js';
import { FIRST, startTradedDay, type TradedDay } from '../testing/traded-day.js';

const REWARDS = {
  fixedPerMonth: '6.20',
  energyFlexPerKwh: '0.01',
  timeFlexPerInterval: '0.002',
  activationFixed: '0.10',
  activationPerKwh: '0.05',
  activationPerStartInterval: '0.007',
};
const offer = { interval: FIRST, energyFlexWh: 4500, timeFlexIntervals: 12 };
let day: TradedDay;

beforeAll(async () => {
  day = await startTradedDay(administrationService);
  await day.prosumer('flat');
  const delegated = { kind: 'delegated', rewards: REWARDS };
  await day.put('/settlement/v1/contracts/shop-1', contractBody('shop', delegated));
  await day.put(
    '/settlement/v1/contracts/flat-1',
    contractBody('flat', { ...delegated, tax: { rate: '0.081' } }),
  );
  const sold = { ...offer, flexOfferId: 'shop-offer', participantId: 'shop', startShiftIntervals: 2 };
  const unsold = { ...offer, flexOfferId: 'flat-offer', participantId: 'flat', deviceId: 'flat-device' };
  for (const time of [1, 2]) {
    await day.tell('flexibility.provided', { offers: [{ ...sold, energyFlexWh: 4500 * time }, unsold] });
  }
  await day.readings([['shop-meter', FIRST + 1, 400]]);
});
afterAll(() => day.close());

interface Entry {
  readonly party: string;
  readonly kind: string;
  readonly amount: string;
}

interface Answer {
  readonly rewards: readonly { reward: string; of: string; amount: string; part: number; whole: number }[];
}

async function rewardsOf(runId: string, participantId: string): Promise<unknown> {
  const { reportId } = await day.reportOf(runId, participantId);
  const { rewards } = await day.get<Answer>(`/settlement/v1/reports/${reportId}`);
  return rewards.map(({ reward, of, amount }) => `${reward} ${of} ${amount}`);
}

describe('delegated trading', () => {
  it('ST-05 pays rewards from the contract in place of the price, and flexibility that nobody bought', async () => {
    const runId = await day.run();
    expect(await rewardsOf(runId, 'shop')).toEqual([
      'fixedPerMonth 2024-03 0.200000',
      'energyFlexPerKwh shop-offer 0.045000',
      'timeFlexPerInterval shop-offer 0.024000',
      'activationFixed shop-offer 0.075000',
      'activationPerStartInterval shop-offer 0.010500',
    ]);
    expect((await day.reportOf(runId, 'shop')).totals).toMatchObject({
      amount: '0.369500',
      rewards: '0.354500',
      penalty: '0.002000',
      net: '0.367500',
    });
    expect(await rewardsOf(runId, 'flat')).toEqual([
      'fixedPerMonth 2024-03 0.200000',
      'energyFlexPerKwh flat-offer 0.045000',
      'timeFlexPerInterval flat-offer 0.024000',
    ]);
    const balances = await day.get<{ party: string; amount: string }[]>(
      `/settlement/v1/balances?runId=${runId}`,
    );
    const sum = balances.reduce((total, { amount }) => total + BigInt(amount.replace('.', '')), 0n);
    expect([balances.find(({ party }) => party === 'flat')?.amount, sum]).toEqual(['0.290789', 0n]);
    expect((await day.reportOf(runId, 'flat')).totals).toMatchObject({
      net: '0.269000',
      tax: '0.021789',
      payable: '0.290789',
    });
  });

  it('ST-05 shows each party its payments, page by page, and prosumers and buyers their own alone', async () => {
    const runId = await day.run();
    const path = `/settlement/v1/ledger-entries?runId=${runId}`;
    const all = await day.get<Entry[]>(path);
    const pages: Entry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await day.request(`${path}&limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
      pages.push(...page.json<Entry[]>());
      cursor = page.headers.get('next-cursor');
    }
    expect(pages).toEqual(all);
    const own = all.filter(({ party }) => party === 'house');
    expect((await day.as(day.houseToken)(path)).json()).toEqual(own);
    expect(own.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['energy', '0.016000'],
      ['energy', '0.004000'],
      ['penalty', '-0.003000'],
    ]);
    const rewards = all.filter(({ party, kind }) => party === 'aggregator' && kind === 'reward');
    expect(rewards).toHaveLength(8);
    expect(rewards[0]).toMatchObject({ tradeId: null, amount: expect.stringMatching(/^-/) });
    expect((await day.request(`${path}&cursor=bm9uZQ`)).status).toBe(400);
    expect((await day.as(day.houseToken)(`${path}&party=flat`)).json()).toEqual([]);
  });

  it('ST-06 proves rewards in the report and in the evidence package', async () => {
    const runId = await day.run();
    for (const id of ['shop', 'flat']) {
      const { reportId } = await day.reportOf(runId, id);
      const verification = `/settlement/v1/reports/${reportId}/verification`;
      expect(await day.get(verification)).toMatchObject({ valid: true });
    }
    const keys = readPublicKeys((await day.request('/settlement/v1/keys')).text);
    const file = (await day.request(`/settlement/v1/runs/${runId}/evidence-package`)).text;
    const outcome = keys.ok ? await verifyPackage([Buffer.from(file)], keys.value) : keys.faults;
    expect(outcome).toMatchObject({ valid: true, reports: 4 });
  });

  it('ST-06 settles again by earlier knowledge without an offer that was told of later', async () => {
    const first = await day.run();
    const { knownAt } = await day.get<{ knownAt: string }>(`/settlement/v1/runs/${first}`);
    await day.moveTo(day.platform.clock.now() + 3_600_000);
    const late = { ...offer, flexOfferId: 'late-offer', participantId: 'shop', startShiftIntervals: 0 };
    await day.tell('flexibility.provided', { offers: [late] });
    const [before, now, again] = [
      await rewardsOf(first, 'shop'),
      await rewardsOf(await day.run(), 'shop'),
      await rewardsOf(await day.run({}, { knownAt }), 'shop'),
    ];
    expect(again).toEqual(before);
    expect(now).toContain('energyFlexPerKwh late-offer 0.045000');
  });
});
