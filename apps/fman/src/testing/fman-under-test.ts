import { intervalOf, type FlexOffer } from '#flexoffer';
import type { Topic, Topics } from '#messages';
import type { ServiceDefinition } from '#service';
import { startTestPlatform, type TestAnswer, type TestPlatform } from '#testing';

/** For specs: 10:00, a gate every five minutes, the portfolio published a minute before each. */
export const START = Date.parse('2026-01-15T10:00:00Z');

export const minutes = (count: number): number => START + count * 60_000;

/** For specs: the FMAN alone, with its neighbours on the line played by the spec. */
export class FmanUnderTest {
  private constructor(readonly platform: TestPlatform) {}

  static async start(services: readonly ServiceDefinition[]): Promise<FmanUnderTest> {
    const settings = {
      ATP_SIMULATED_TIME: new Date(START).toISOString(),
      ATP_GATE_INTERVAL_SECONDS: '300',
      ATP_PUBLICATION_LEAD_SECONDS: '60',
    };
    return new FmanUnderTest(await startTestPlatform(services, settings));
  }

  /** Sends what a neighbour would send, and waits until the FMAN has dealt with it. */
  async receive<T extends Topic>(topic: T, payload: Topics[T]): Promise<void> {
    const { database, outbox, clock } = this.platform.platform;
    await database.transaction((transaction) => outbox.publish(transaction, topic, payload));
    await this.platform.moveTo(clock.now());
  }

  /** Sends offers as the FOA would; each has a trace of its own. */
  async offer(...offers: readonly FlexOffer[]): Promise<void> {
    const traces = offers.map(({ id }) => `trace-of-${id}`);
    await this.receive('flexoffers.offered', { offers, traces });
  }

  /** Everything of a topic that has been sent so far, oldest first. */
  async sent<T extends Topic>(topic: T): Promise<Topics[T][]> {
    const rows = await this.platform.platform.database.query<{ payload: Topics[T] }>(
      'SELECT payload FROM messaging.message WHERE topic = $1 ORDER BY seq',
      [topic],
    );
    return rows.map(({ payload }) => payload);
  }

  async failures(): Promise<string[]> {
    const rows = await this.platform.platform.database.query<{ error: string }>(
      'SELECT error FROM messaging.message WHERE error IS NOT NULL UNION ALL SELECT error FROM due_work.item WHERE error IS NOT NULL',
    );
    return rows.map(({ error }) => error);
  }

  async register(id: string, properties: object = {}): Promise<string> {
    const answer = await this.send('POST', '/admin/v1/participants', {
      id,
      name: id,
      role: 'prosumer',
      ...properties,
    });
    return answer.json<{ token: string }>().token;
  }

  send(method: string, path: string, body?: unknown, token = this.platform.adminToken): Promise<TestAnswer> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return body === undefined
      ? this.platform.request(path, { method, headers: { authorization: headers.authorization } })
      : this.platform.request(path, { method, headers, body: JSON.stringify(body) });
  }

  async stateOf(id: string): Promise<string> {
    return (await this.send('GET', `/fman/v1/flexoffers/${id}`)).json<{ state: string }>().state;
  }
}

/** For specs: two intervals of 0 to 2 kWh from 12:00 on, 1 kWh each by default, tradable until 11:00. */
export function testOffer(id: string, changes: Partial<FlexOffer> = {}): FlexOffer {
  const startAfter = intervalOf(minutes(120));
  return {
    id,
    state: 'offered',
    offeredById: 'house-1',
    deviceId: `device-of-${id}`,
    flexibilityId: 'heat-pump',
    gridNode: 'z.a.cp1',
    creation: START,
    acceptanceBefore: minutes(30),
    assignmentBefore: minutes(60),
    startAfter,
    startBefore: startAfter + 4,
    slices: [
      { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 },
      { minDuration: 1, maxDuration: 1, lowerWh: 0, upperWh: 2000 },
    ],
    defaultSchedule: { start: startAfter, energiesWh: [1000, 1000] },
    price: { up: 50_000, down: 60_000 },
    ...changes,
  };
}

/** For specs: the message of an offer as its owner would post it; 1 to 2 kWh in one interval. */
export function postedOffer(id: string, changes: object = {}): object {
  return {
    id,
    startAfterTime: new Date(minutes(120)).toISOString(),
    startBeforeTime: new Date(minutes(180)).toISOString(),
    assignmentBeforeTime: new Date(minutes(60)).toISOString(),
    acceptBeforeTime: new Date(minutes(30)).toISOString(),
    flexOfferProfileConstraints: [{ energyConstraintList: [{ lower: 1, upper: 2 }] }],
    ...changes,
  };
}
