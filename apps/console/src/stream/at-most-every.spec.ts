import { describe, expect, it } from '@jest/globals';
import { atMostEvery } from './at-most-every.js';

/** A throttled counter whose pauses end when the test says so. */
function counted() {
  let pauseEnds: (() => void) | undefined;
  let done = 0;
  const throttled = atMostEvery(
    1000,
    () => (done += 1),
    (_, work) => {
      pauseEnds = work;
      return () => (pauseEnds = undefined);
    },
  );
  return { throttled, count: () => done, endPause: () => pauseEnds?.() };
}

describe('at most every so often', () => {
  it('works at once, then once for all requests in the pause', () => {
    const { throttled, count, endPause } = counted();
    for (let request = 0; request < 5; request += 1) throttled.request();
    expect(count()).toBe(1);
    endPause();
    expect(count()).toBe(2);
  });

  it('pauses after the late work too', () => {
    const { throttled, count, endPause } = counted();
    throttled.request();
    throttled.request();
    endPause();
    throttled.request();
    expect(count()).toBe(2);
    endPause();
    expect(count()).toBe(3);
  });

  it('rests when nothing was asked for in the pause, and then works at once again', () => {
    const { throttled, count, endPause } = counted();
    throttled.request();
    endPause();
    expect(count()).toBe(1);
    throttled.request();
    expect(count()).toBe(2);
  });

  it('does nothing more once stopped', () => {
    const { throttled, count, endPause } = counted();
    throttled.request();
    throttled.request();
    throttled.stop();
    endPause();
    expect(count()).toBe(1);
  });
});
