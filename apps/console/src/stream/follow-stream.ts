import { Failure } from '../api/failure.js';
import type { ServerEvent } from './event-parser.js';
import { EventParser } from './event-parser.js';

export type StreamState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** The connection was lost; the next attempt follows after `seconds`. */
  | { readonly kind: 'waiting'; readonly seconds: number; readonly reason: string };

export interface StreamFollower {
  /** Opens the stream after the event `lastEventId` (empty: from now on). @throws Failure */
  readonly open: (lastEventId: string) => Promise<ReadableStream<Uint8Array>>;
  readonly onEvent: (event: ServerEvent) => void;
  readonly onState: (state: StreamState) => void;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Doubles from `first` (milliseconds) up to half a minute. */
export const backOff = (failures: number, first: number = FIRST_WAIT): number =>
  Math.min(LONGEST_WAIT, first * 2 ** failures);

/** Reads the stream until `signal` aborts or the token is refused; a lost connection is opened again where it broke off. */
export async function followStream(follower: StreamFollower, signal: AbortSignal): Promise<void> {
  let lastEventId = '';
  let retry: number | undefined;
  for (let failures = 0; !signal.aborted; failures += 1) {
    const parser = new EventParser();
    parser.lastEventId = lastEventId;
    follower.onState({ kind: 'connecting' });
    const ended = await readOnce(follower, parser, signal);
    if (ended.final) return;
    if (ended.connected) failures = 0;
    lastEventId = parser.lastEventId;
    retry = parser.retry ?? retry;
    const pause = backOff(failures, retry);
    follower.onState({ kind: 'waiting', seconds: Math.round(pause / 1000), reason: ended.reason });
    await follower.wait(pause, signal);
  }
}

interface Ending {
  readonly reason: string;
  readonly connected: boolean;
  /** The visitor left, or the token is refused: it is not opened again. */
  readonly final: boolean;
}

async function readOnce(follower: StreamFollower, parser: EventParser, signal: AbortSignal): Promise<Ending> {
  let connected = false;
  try {
    const stream = await follower.open(parser.lastEventId);
    connected = true;
    follower.onState({ kind: 'live' });
    for await (const piece of piecesOf(stream, signal)) parser.push(piece).forEach(follower.onEvent);
    return { reason: 'The platform closed the stream.', connected, final: signal.aborted };
  } catch (error) {
    if (error instanceof Failure)
      return { reason: error.message, connected, final: error.refusesToken || signal.aborted };
    // A body that breaks off is a TypeError (Chromium, Firefox) or a DOMException; anything else is a bug.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    return { reason: 'The connection broke off.', connected, final: signal.aborted };
  }
}

async function* piecesOf(stream: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    reader.releaseLock();
  }
}
