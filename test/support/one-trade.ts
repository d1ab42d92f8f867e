import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlatformUnderTest } from './platform-under-test.js';
import { TradeClient } from './trade-client.js';
import {
  HOUSES,
  NINE,
  SELLERS,
  SIGN,
  flexOfferOf,
  historyCsv,
  registerEverybody,
  type House,
} from './trade-world.js';

interface Poll {
  readonly acknowledgement: { readonly result: string };
  readonly demandSchedules: readonly {
    readonly scheduleId: string;
    readonly scheduleSlices: readonly { readonly energyAmount: number }[];
  }[];
  readonly flexibilityRejects: readonly { readonly flexOfferId: string; readonly reason: string }[];
}

interface Offer {
  readonly id: string;
  readonly offeredById: string;
  readonly state: string;
}

interface Report {
  readonly reportId: string;
  readonly participantId: string;
  readonly totals: Readonly<Record<'amount' | 'penalty' | 'net', string>>;
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

/**
 * One trade from the poll to the audited report, over HTTP only.
 *
 * The DSO asks for 0.4 kWh less in the first two quarters after 09:00, at 0.20 a kWh; two heat pumps offer at
 * 0.08, so each shall use 0.3 instead of 0.5 kWh in both. Anna's does; Bert's goes on as ever in the first.
 *
 * ```
 * kWh less     09:00   09:15
 * ordered      0.2     0.2    of each
 * Anna         0.2     0.2    earns 2 x 0.2 x 0.08 = 0.032, of which 80 % are hers: 0.0256
 * Bert         0       0.2    earns half of it, 0.0128, and owes 0.2 x 0.02 = 0.004
 * ```
 */
export function describeOneTrade(name: string, start: () => Promise<PlatformUnderTest>): void {
  describe(name, () => {
    let platform: PlatformUnderTest;
    let client: TradeClient;
    let runId: string;

    beforeAll(async () => {
      platform = await start();
      client = new TradeClient(platform);
      await registerEverybody(client);
    }, 60_000);
    afterAll(() => platform.close());

    const poll = (house: House, packets: object, traceparent?: string): Promise<Poll> =>
      client.post(
        '/xems/v1/communication',
        { sentAt: '2024-01-31T08:00:00Z', ...packets },
        `hp-${house}`,
        traceparent === undefined ? {} : { traceparent },
      );
    const listen = (house: House): Promise<Poll> => client.get('/xems/v1/communication', `hp-${house}`);
    const offers = (): Promise<Offer[]> => client.get<Offer[]>('/fman/v1/flexoffers');
    const states = async (): Promise<Record<string, string>> =>
      Object.fromEntries((await offers()).map(({ offeredById, state }) => [offeredById, state]));
    const offerOf = async (house: House): Promise<Offer> => {
      const offer = (await offers()).find(({ offeredById }) => offeredById === house);
      if (!offer) throw new Error(`${house} has no offer`);
      return offer;
    };

    it('XE-02 FA-01 turns the flexibility in a poll into a FlexOffer', async () => {
      for (const house of HOUSES) {
        const flexibilityData = [{ flexibilityId: 'hp', flexOffer: flexOfferOf(house) }];
        const answer = await poll(
          house,
          { messageId: 'm1', flexibilityData },
          `00-${TRACE}-00f067aa0ba902b7-01`,
        );
        expect(answer.acknowledgement.result).toBe('Ack');
      }
    });

    it('FM-01 accepts the offers at the FMAN before their acceptance deadline', async () => {
      await client.moveTo('2024-01-31T08:03:00Z');
      expect(await states()).toEqual({ anna: 'accepted', bert: 'accepted', carl: 'accepted' });
    });

    it('FO-01 FO-04 shows each owner its offer in its own sign convention', async () => {
      for (const house of HOUSES) {
        const { id } = await offerOf(house);
        expect(await client.get(`/fman/v1/flexoffers/${id}`, house)).toMatchObject({
          offeredById: house,
          startAfterTime: NINE,
          defaultSchedule: { scheduleSlices: [{ duration: 1, energyAmount: 0.5 * SIGN[house] }, {}, {}, {}] },
        });
      }
    });

    it('keeps the trace id of the poll with the offer and its history', async () => {
      const { id } = await offerOf('bert');
      expect(await client.get(`/fman/v1/flexoffers/${id}`)).toMatchObject({ traceId: TRACE });
    });

    it('DO-01 DO-03 turns the request of a DSO into a buy order', async () => {
      const request = {
        requestId: 'r1',
        startTime: NINE,
        intervalLength: 900,
        scheduleChange: [0.4, 0.4],
        energyPrice: [0.2, 0.2],
        gridNode: 'lu.north',
      };
      await client.post('/doms/v1/flexibility-requests', request, 'dso');
      await client.moveTo('2024-01-31T08:03:30Z');
      expect(await client.get('/market/v1/orders?side=buy')).toMatchObject([
        { state: 'open', gridNode: 'lu.north' },
      ]);
    });

    it('MK-01 sells, at the next gate, exactly what was asked, where it was asked', async () => {
      await client.moveTo('2024-01-31T08:05:00Z');
      const expected = ['09:00', '09:15'].map((time) => ({
        buyerId: 'dso',
        sellerId: 'aggregator',
        intervalStart: expect.stringContaining(`2024-01-31T${time}`),
        changeKwh: 0.4,
        pricePerKwh: '0.080000',
        currency: 'EUR',
      }));
      expect(await client.get('/market/v1/trades')).toMatchObject(expected);
      expect(await states()).toEqual({ anna: 'assigned', bert: 'assigned', carl: 'accepted' });
    });

    it('FM-02 sold the two offers of the zone as one aggregate', async () => {
      const traded = await client.get<object[]>('/fman/v1/aggregates?state=traded');
      expect(traded).toHaveLength(1);
    });

    it('FM-03 DO-02 MK-03 has each of them use less, inside its offer, and together what was sold', async () => {
      for (const house of SELLERS) {
        const [schedule] = (await listen(house)).demandSchedules;
        const energies = schedule?.scheduleSlices.map((slice) => slice.energyAmount * SIGN[house]);
        expect(energies).toEqual([0.3, 0.3, 0.5, 0.5]);
      }
    });

    it('XE-08 FM-06 delivers a schedule with every poll until it is confirmed', async () => {
      for (const house of SELLERS) {
        const [schedule] = (await listen(house)).demandSchedules;
        expect((await listen(house)).demandSchedules).toHaveLength(1);
        await poll(house, { messageId: 'm2', receivedSchedules: [schedule?.scheduleId] });
        expect((await listen(house)).demandSchedules).toEqual([]);
      }
    });

    it('MK-04 reports to the DSO what was bought, and records the gate', async () => {
      expect(await client.get('/doms/v1/flexibility-requests/r1', 'dso')).toMatchObject({
        requestId: 'r1',
        result: 'accepted',
        accepted: [0.4, 0.4],
      });
      const gates = await client.get<{ state: string; clearingId?: string }[]>('/market/v1/gates');
      const cleared = gates.filter(({ state }) => state === 'cleared');
      expect(cleared).toHaveLength(1);
      expect(await client.get(`/market/v1/clearings/${cleared[0]?.clearingId ?? ''}`)).toMatchObject({
        replays: true,
      });
    });

    it('MK-02 XE-03 rejects what no buyer took until its assignment deadline, and tells the device', async () => {
      await client.moveTo('2024-01-31T08:50:00Z');
      const { id, state } = await offerOf('carl');
      expect(state).toBe('rejected');
      expect((await listen('carl')).flexibilityRejects).toMatchObject([
        { flexOfferId: id, reason: expect.stringContaining('unmatched') },
      ]);
      await poll('carl', { messageId: 'm2', receivedRejects: [id] });
      expect((await listen('carl')).flexibilityRejects).toEqual([]);
    });

    it('FO-05 ends the life cycle of every offer', async () => {
      await client.moveTo('2024-01-31T10:20:00Z');
      expect(await states()).toEqual({ anna: 'executed', bert: 'executed', carl: 'rejected' });
      const { id } = await offerOf('anna');
      const history = await client.get<{ state: string }[]>(`/fman/v1/flexoffers/${id}/history`);
      expect(history.map((entry) => entry.state)).toEqual(['offered', 'accepted', 'assigned', 'executed']);
    });

    it('ST-01 takes the meter data, and a repetition changes nothing', async () => {
      const used = { anna: [300, 300, 500, 500], bert: [500, 300, 500, 500] };
      const readings = Object.entries(used).flatMap(([house, values]) =>
        values.map((importWh, index) => ({
          meterId: `m-${house}`,
          intervalStart: new Date(Date.parse(NINE) + index * 900_000).toISOString(),
          intervalSeconds: 900,
          importWh,
          exportWh: 0,
          source: 'submeter',
          quality: 'measured',
        })),
      );
      expect(await client.post('/metering/v1/readings', readings)).toMatchObject({ stored: 8, unchanged: 0 });
      expect(await client.post('/metering/v1/readings', readings)).toMatchObject({ stored: 0, unchanged: 8 });
    });

    it('ST-03 computes the baseline from the days before', async () => {
      const answer = await platform.request('/metering/v1/readings', {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: historyCsv('m-anna'),
      });
      expect(answer.json()).toMatchObject({ stored: 20 * 96, refusedCount: 0 });
      const query = `participantId=anna&from=${NINE}&to=2024-01-31T10:00:00Z&method=mid-8-of-10`;
      const baselines = await client.get<{ baselineWh: number }[]>(`/settlement/v1/baselines?${query}`);
      expect(baselines.map(({ baselineWh }) => baselineWh)).toEqual([500, 500, 500, 500]);
    });

    it('ST-04 settles what was delivered, to the last millionth', async () => {
      const range = { from: '2024-01-30T23:00:00Z', to: '2024-01-31T23:00:00Z' };
      runId = (await client.post<{ runId: string }>('/settlement/v1/runs', range)).runId;
      await client.moveTo('2024-01-31T10:21:00Z');
      expect(await client.get(`/settlement/v1/runs/${runId}`)).toMatchObject({ state: 'completed' });
      const reports = await client.get<Report[]>(`/settlement/v1/reports?runId=${runId}`);
      const totals = Object.fromEntries(reports.map((report) => [report.participantId, report.totals]));
      expect(totals).toMatchObject({
        anna: { amount: '0.025600', penalty: '0.000000', net: '0.025600' },
        bert: { amount: '0.012800', penalty: '0.004000', net: '0.008800' },
      });
    });

    it('ST-05 balances the money of all parties', async () => {
      const path = `/settlement/v1/balances?runId=${runId}`;
      const balances = await client.get<{ party: string; amount: string }[]>(path);
      expect(Object.fromEntries(balances.map(({ party, amount }) => [party, amount]))).toEqual({
        dso: '-0.044000',
        anna: '0.025600',
        bert: '0.008800',
        aggregator: '0.007200',
        operator: '0.002400',
      });
    });

    it('ST-06 lets an auditor verify each report', async () => {
      const reports = await client.get<Report[]>(`/settlement/v1/reports?runId=${runId}`, 'auditor');
      for (const { reportId } of reports) {
        const path = `/settlement/v1/reports/${reportId}`;
        expect(await client.get(`${path}/verification`, 'auditor')).toMatchObject({ valid: true });
        expect(await client.get(path, 'auditor')).toMatchObject({
          evidenceHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        });
      }
    });
  });
}
