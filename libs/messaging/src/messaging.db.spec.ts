import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { pause } from '#clock';
import type { FlexOffersWithdrawn } from '#messages';
import { startTestPlatform, type TestPlatform } from '#testing';
import { MessageContext, OnMessage, allMessagesHandled } from './index.js';
import { forgetHandled } from './retention.js';

/** What the handler did, in order; the table it writes tells what took effect. */
const handled: string[] = [];
const failuresLeft = new Map<string, number>();

@Controller()
class Handler {
  @OnMessage('fman', 'flexoffers.withdrawn')
  async withdrawn(@Payload() message: FlexOffersWithdrawn, @Ctx() context: MessageContext): Promise<void> {
    const id = message.offers[0]?.id ?? '';
    handled.push(id);
    await context.transaction.query('INSERT INTO effect (id) VALUES ($1)', [id]);
    const left = failuresLeft.get(id) ?? 0;
    failuresLeft.set(id, left - 1);
    if (left > 0) throw new Error(`no luck with ${id}`);
  }
}

@Module({ controllers: [Handler] })
class HandlerModule {}

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform(
    [
      {
        name: 'fman',
        path: 'fman',
        title: 'Handler',
        module: HandlerModule,
        features: [],
        storage: { schema: 'fman', entities: [], migrations: [] },
      },
    ],
    { ATP_LOG_LEVEL: 'error' },
  );
  await platform.platform.database.query('CREATE TABLE effect (id text)');
});
afterAll(() => platform.close());

async function send(id: string): Promise<void> {
  const { database, outbox } = platform.platform;
  await database.transaction((transaction) =>
    outbox.publish(transaction, 'flexoffers.withdrawn', { offers: [{ id, reason: 'test' }] }, 'a'.repeat(32)),
  );
}

async function untilHandled(): Promise<void> {
  while (!(await allMessagesHandled(platform.platform.database))) await pause(5);
}

const effects = async (id: string): Promise<number> =>
  (await platform.platform.database.query('SELECT 1 FROM effect WHERE id = $1', [id])).length;

describe('durable messages', () => {
  it('are handled in the order in which they were sent', async () => {
    for (const id of ['a', 'b', 'c']) await send(id);
    await untilHandled();
    expect(handled).toEqual(['a', 'b', 'c']);
  });

  it('take effect once although the first attempts fail half-way', async () => {
    failuresLeft.set('d', 2);
    await send('d');
    await untilHandled();
    expect(handled.filter((id) => id === 'd')).toHaveLength(3);
    expect(await effects('d')).toBe(1);
  });

  it('that always fail are put aside, visible, without holding up the others', async () => {
    failuresLeft.set('poison', Infinity);
    await send('poison');
    await send('e');
    await untilHandled();
    expect(await effects('poison')).toBe(0);
    expect(await effects('e')).toBe(1);
    expect((await platform.request('/health/ready')).json()).toMatchObject({ failedMessages: 1 });
  }, 30_000);

  it('are not sent by a transaction that rolls back', async () => {
    const { database, outbox } = platform.platform;
    await expect(
      database.transaction(async (transaction) => {
        await outbox.publish(transaction, 'flexoffers.withdrawn', { offers: [{ id: 'never', reason: '' }] });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await untilHandled();
    expect(handled).not.toContain('never');
  });

  it('are forgotten a month after they were handled; not those that failed, nor the latest', async () => {
    for (const id of ['old', 'young', 'latest']) await send(id);
    await untilHandled();
    const { database } = platform.platform;
    const age = (ids: readonly string[], days: number): Promise<unknown> =>
      database.query(
        `UPDATE messaging.message SET consumed_at = now() - make_interval(days => $2)
         WHERE consumed_at IS NOT NULL AND payload->'offers'->0->>'id' = ANY($1)`,
        [ids, days],
      );
    await age(['a', 'b', 'c', 'd', 'e', 'old', 'latest'], 31);
    await age(['young'], 29);
    await forgetHandled(database, 'foa');
    const kept = async (): Promise<unknown[]> => {
      const rows = await database.query<{ id: string }>(
        `SELECT payload->'offers'->0->>'id' AS id FROM messaging.message
         WHERE topic = 'flexoffers.withdrawn' ORDER BY seq`,
      );
      return rows.map(({ id }) => id);
    };
    expect(await kept()).toEqual(['a', 'b', 'c', 'd', 'poison', 'e', 'old', 'young', 'latest']);
    await forgetHandled(database, 'fman');
    expect(await kept()).toEqual(['poison', 'young', 'latest']);
  });
});
