import type { FlexOffer } from '#flexoffer';
import type { Topic, Topics } from '#messages';
import type { ServiceDefinition } from '#service';
import { startTestPlatform, type TestAnswer, type TestPlatform } from '#testing';
import { START } from './test-offers.js';

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
  receive<T extends Topic>(topic: T, payload: Topics[T]): Promise<void> {
    return this.receiveTogether((send) => send(topic, payload));
  }

  /** Several messages that wait one behind the other before the FMAN looks at the first. */
  async receiveTogether(
    sendAll: (send: <T extends Topic>(topic: T, payload: Topics[T]) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const { database, outbox, clock } = this.platform.platform;
    await database.transaction((transaction) =>
      sendAll((topic, payload) => outbox.publish(transaction, topic, payload)),
    );
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
