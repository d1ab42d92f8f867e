import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPlatform, type TestPlatform } from '#testing';
import { administrationService } from '../../../administration/src/service.js';
import { nothingCleared } from '../clearing/decide-clearing.js';
import { fmarService } from '../service.js';
import { Alarms } from './alarms.js';

const GATE = Date.parse('2024-03-12T10:05:00Z');
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform([administrationService, fmarService], {
    ATP_SIMULATED_TIME: new Date(GATE).toISOString(),
    ATP_LOG_LEVEL: 'error',
  });
});
afterAll(() => platform.close());

/** What a gate hands over when it has decided. */
async function decided(method: 'search' | 'plain', gateId: string): Promise<void> {
  const record = {
    ...{ id: `cl-${gateId}`, gateId, currency: 'EUR', steps: null },
    input: {
      ...{ firstInterval: 0, buyOrders: [], sellOrders: [], capacities: [], committed: [] },
      ...{ transferPrices: [], pricing: 'pay-as-bid' as const },
    },
    result: nothingCleared({ buyOrders: [] }),
    method,
    reason: method === 'plain' ? 'the search failed' : null,
  };
  await platform.platform.database.transaction((transaction) =>
    platform.app.get(Alarms, { strict: false }).raiseFor(transaction, record, GATE),
  );
}

describe('alarms', () => {
  it('MK-04 tell of a gate that did not clear as usual: in the list and in the stream', async () => {
    await decided('search', 'gate-1');
    await decided('plain', 'gate-2');
    const raised = {
      gateId: 'gate-2',
      clearingId: 'cl-gate-2',
      method: 'plain',
      reason: 'the search failed',
    };
    const listed = (await platform.request('/market/v1/alarms')).json<object[]>();
    expect(listed).toMatchObject([{ ...raised, raisedAt: '2024-03-12T10:05:00Z' }]);
    const events = await platform.platform.database.query<{ data: object; concerns: unknown }>(
      "SELECT data, concerns FROM fmar.event WHERE kind = 'alarm'",
    );
    expect(events).toMatchObject([{ data: raised, concerns: null }]);
    expect((await platform.request('/metrics')).text).toContain(
      'atp_clearing_alarms_total{method="plain"} 1',
    );
  });
});
