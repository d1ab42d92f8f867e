import { describe, expect, it } from '@jest/globals';
import { Failure } from '../api/failure.js';
import type { StreamFollower, StreamState } from './follow-stream.js';
import { backOff, followStream } from './follow-stream.js';

type Connection = string | Failure;

/** Gives each connection in turn; after the last one the visitor leaves. */
async function follow(connections: Connection[]) {
  const leaving = new AbortController();
  const opened: string[] = [];
  const events: string[] = [];
  const states: StreamState[] = [];
  const waits: number[] = [];
  const follower: StreamFollower = {
    open: async (lastEventId) => {
      opened.push(lastEventId);
      const next = connections.shift() ?? '';
      if (next instanceof Failure) throw next;
      return new Response(next).body ?? new ReadableStream<Uint8Array>();
    },
    onEvent: (event) => events.push(event.data),
    onState: (state) => states.push(state),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      if (connections.length === 0) leaving.abort();
    },
  };
  await followStream(follower, leaving.signal);
  return { opened, events, states, waits };
}

const unreachable = new Failure('The platform cannot be reached', 'Is it running?');

describe('following the stream', () => {
  it('goes on after the last event seen', async () => {
    const { opened, events } = await follow([
      'id: 4\ndata: a\n\nid: 5\ndata: b\n\n',
      'id: 6\ndata: c\n\n',
      '',
    ]);
    expect(opened).toEqual(['', '5', '6']);
    expect(events).toEqual(['a', 'b', 'c']);
  });

  it('waits longer after each failure, and briefly again after a success', async () => {
    const { waits } = await follow([unreachable, unreachable, unreachable, 'data: a\n\n', unreachable]);
    expect(waits).toEqual([1000, 2000, 4000, 1000, 2000]);
  });

  it('waits as long as the server asks', async () => {
    const { waits } = await follow(['retry: 300\n\n', unreachable]);
    expect(waits).toEqual([300, 600]);
  });

  it('says why it waits', async () => {
    const { states } = await follow([unreachable]);
    expect(states).toEqual([
      { kind: 'connecting' },
      { kind: 'waiting', seconds: 1, reason: 'The platform cannot be reached: Is it running?' },
    ]);
  });

  it('ends when the token is refused', async () => {
    const { opened, waits } = await follow([
      new Failure('Unauthorized', 'The token is revoked.', 401),
      'data: a\n\n',
    ]);
    expect([opened.length, waits.length]).toEqual([1, 0]);
  });

  it('never waits longer than half a minute', () => {
    expect(backOff(50)).toBe(30_000);
  });
});
