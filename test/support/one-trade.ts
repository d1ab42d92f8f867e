import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlatformUnderTest } from './platform-under-test.js';
import { TradeClient } from './trade-client.js';

interface Poll {
  readonly acknowledgement: { readonly result: string };
  readonly demandSchedules: readonly {
    readonly scheduleId: string;
    readonly startTime: string;
    readonly scheduleSlices: readonly { readonly energyAmount: number }[];
  }[];
}

interface Report {
  readonly reportId: string;
  readonly participantId: string;
  readonly totals: Readonly<Record<'amount' | 'penalty' | 'net', string>>;
}

const HOUSES = ['anna', 'bert'];
const NINE = '2024-01-31T09:00:00Z';

/** What a heat pump offers at 08:00: 0 to 1 kWh a quarter from 09:00 to 10:00, 0.5 kWh if nobody asks. */
const flexOffer = {
  creationTime: '2024-01-31T08:00:00Z',
  acceptanceBeforeTime: '2024-01-31T08:10:00Z',
  assignmentBeforeTime: '2024-01-31T08:45:00Z',
  startAfterTime: NINE,
  startBeforeTime: NINE,
  flexOfferProfileConstraints: Array.from({ length: 4 }, () => ({
    minDuration: 1,
    maxDuration: 1,
    energyConstraintList: [{ lower: 0, upper: 1 }],
    tariffConstraint: { minTariff: -0.08, maxTariff: 0.08 },
  })),
  defaultSchedule: {
    startTime: NINE,
    scheduleSlices: Array.from({ length: 4 }, () => ({ duration: 1, energyAmount: 0.5 })),
  },
};

async function register(client: TradeClient): Promise<void> {
  for (const [id, kind] of [
    ['lu', 'zone'],
    ['lu.north', 'zone'],
    ['lu.north.f1', 'feeder'],
  ] as const)
    await client.put(`/admin/v1/grid-nodes/${id}`, { kind });
  for (const [id, role] of [
    ['dso', 'dso'],
    ['aggregator', 'aggregator'],
    ['operator', 'brp'],
    ['auditor', 'auditor'],
  ] as const)
    await client.register('participants', { id, name: id, role } as { id: string });
  for (const house of HOUSES) {
    const gridNode = `lu.north.f1.${house}`;
    await client.register('participants', {
      id: house,
      name: house,
      role: 'prosumer',
      gridNode,
      contractId: `c-${house}`,
    } as { id: string });
    await client.register('devices', {
      id: `hp-${house}`,
      participantId: house,
      kind: 'hems',
      meterId: `m-${house}`,
    } as { id: string });
    await client.put(`/settlement/v1/contracts/c-${house}`, {
      participantId: house,
      kind: 'direct',
      currency: 'EUR',
      validFrom: '2024-01-01T00:00:00Z',
      baseline: { method: 'default-schedule' },
      penaltyPerKwh: '0.020000',
      shares: { prosumer: '0.80', aggregator: '0.15', operator: '0.05' },
    });
  }
}

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
      await register(client);
    }, 60_000);
    afterAll(() => platform.close());

    const poll = (house: string, packets: object): Promise<Poll> =>
      client.post('/xems/v1/communication', { sentAt: '2024-01-31T08:00:00Z', ...packets }, `hp-${house}`);
    const listen = (house: string): Promise<Poll> => client.get('/xems/v1/communication', `hp-${house}`);
    const states = async (): Promise<string[]> =>
      (await client.get<{ state: string }[]>('/fman/v1/flexoffers')).map((offer) => offer.state);

    it('FA-01 FM-01 turns the flexibility in a poll into a FlexOffer that the FMAN accepts', async () => {
      for (const house of HOUSES) {
        const answer = await poll(house, {
          messageId: 'm1',
          flexibilityData: [{ flexibilityId: 'hp', flexOffer }],
        });
        expect(answer.acknowledgement.result).toBe('Ack');
      }
      await client.moveTo('2024-01-31T08:03:00Z');
      expect(await states()).toEqual(['accepted', 'accepted']);
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

    it('FM-02 MK-01 sells both offers as one aggregate, at the next gate, for exactly what was asked', async () => {
      await client.moveTo('2024-01-31T08:05:00Z');
      const trades = await client.get<object[]>('/market/v1/trades');
      expect(trades).toMatchObject([
        {
          buyerId: 'dso',
          sellerId: 'aggregator',
          intervalStart: expect.stringMatching(/^2024-01-31T09:00/),
          changeKwh: 0.4,
          pricePerKwh: '0.080000',
          currency: 'EUR',
        },
        {
          buyerId: 'dso',
          sellerId: 'aggregator',
          intervalStart: expect.stringMatching(/^2024-01-31T09:15/),
          changeKwh: 0.4,
          pricePerKwh: '0.080000',
          currency: 'EUR',
        },
      ]);
      expect(await states()).toEqual(['assigned', 'assigned']);
    });

    it('FM-03 XE-08 delivers the member schedules with every poll until they are confirmed', async () => {
      for (const house of HOUSES) {
        const [schedule] = (await listen(house)).demandSchedules;
        expect(schedule?.scheduleSlices.map((slice) => slice.energyAmount)).toEqual([0.3, 0.3, 0.5, 0.5]);
        expect((await listen(house)).demandSchedules).toHaveLength(1);
        await poll(house, { messageId: 'm2', receivedSchedules: [schedule?.scheduleId] });
        expect((await listen(house)).demandSchedules).toEqual([]);
      }
    });

    it('MK-04 DO-03 reports to the DSO what was bought', async () => {
      expect(await client.get('/doms/v1/flexibility-requests/r1', 'dso')).toMatchObject({
        requestId: 'r1',
        result: 'accepted',
        accepted: [0.4, 0.4],
      });
    });

    it('FO-05 ends the life cycle of every offer', async () => {
      await client.moveTo('2024-01-31T10:20:00Z');
      expect(await states()).toEqual(['executed', 'executed']);
      const [offer] = await client.get<{ id: string }[]>('/fman/v1/flexoffers');
      const history = await client.get<{ state: string }[]>(`/fman/v1/flexoffers/${offer?.id ?? ''}/history`);
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

    it('ST-04 ST-05 settles what was delivered, to the last millionth', async () => {
      const run = await client.post<{ runId: string }>('/settlement/v1/runs', {
        from: '2024-01-30T23:00:00Z',
        to: '2024-01-31T23:00:00Z',
      });
      runId = run.runId;
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
      const balances = await client.get<{ party: string; amount: string }[]>(
        `/settlement/v1/balances?runId=${runId}`,
      );
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
