import type { Topic, Topics } from '#messages';
import type { ServiceDefinition } from '#service';
import { requester, startTestPlatform, type TestAnswer, type TestPlatform } from '#testing';
import { settlementService } from '../service.js';

/** The local day that the tests settle, a Tuesday in Luxembourg, and the evening after it. */
export const DAY = { from: '2024-03-11T23:00:00Z', to: '2024-03-12T23:00:00Z' };
export const EVENING = '2024-03-13T05:00:00Z';

/** A platform with settlement and administration, and what tests ask of it. */
export interface SettlementPlatform extends TestPlatform {
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<TestAnswer>;
  put(path: string, body: unknown): Promise<TestAnswer>;
  get<T>(path: string): Promise<T>;
  /** Asks as the participant whose token it is. */
  as(token: string): TestPlatform['request'];
  /** Sends a message between services, and resolves when it has been handled. */
  tell<T extends Topic>(topic: T, payload: Topics[T]): Promise<void>;
  /** Registers a prosumer with one device behind a meter. @returns its token */
  prosumer(id: string, meterId?: string): Promise<string>;
  /** Has everything that waits done. */
  settled(): Promise<void>;
}

/**
 * @param administration that service, which lets people in and moves the clock; only a spec may know two apps
 * @param settings environment variables; without them it is the evening after the day
 */
export async function startSettlementPlatform(
  administration: ServiceDefinition,
  settings: NodeJS.ProcessEnv = {},
): Promise<SettlementPlatform> {
  const platform = await startTestPlatform([administration, settlementService], {
    ATP_SIMULATED_TIME: EVENING,
    ...settings,
  });
  const send = (method: string, path: string, body: unknown, headers = {}): Promise<TestAnswer> =>
    platform.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const settled = (): Promise<void> => platform.moveTo(platform.platform.clock.now());
  return {
    ...platform,
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body) => send('PUT', path, body),
    get: async <T>(path: string) => (await platform.request(path)).json<T>(),
    as: (token) => requester(platform.url, token),
    settled,
    tell: async (topic, payload) => {
      const { database, outbox } = platform.platform;
      await database.transaction((transaction) => outbox.publish(transaction, topic, payload));
      await settled();
    },
    prosumer: async (id, meterId) => {
      const gridNode = 'lu.north.cp1';
      const participant = { id, name: id, role: 'prosumer', gridNode };
      const answer = await send('POST', '/admin/v1/participants', participant);
      const device = { id: `${id}-device`, participantId: id, kind: 'hems', meterId };
      await send('POST', '/admin/v1/devices', device);
      return answer.json<{ token: string }>().token;
    },
  };
}

/** A contract's body; what the test is about comes on top. */
export function contractBody(participantId: string, more: object = {}): object {
  return {
    participantId,
    kind: 'direct',
    currency: 'EUR',
    validFrom: '2024-01-01T00:00:00Z',
    baseline: { method: 'default-schedule' },
    penaltyPerKwh: '0.02',
    shares: { prosumer: '0.80', aggregator: '0.15', operator: '0.05' },
    ...more,
  };
}
