import { after } from '../clock.js';

/** Work that many events ask for and that is done at most once in a while. */
export interface Throttled {
  readonly request: () => void;
  readonly stop: () => void;
}

/**
 * The first request is served at once, those that follow together at the end of the pause.
 *
 * ```
 * requests   x  x x     x                 x
 * work       x          |x         |      x         |
 *            <- pause ->
 * ```
 */
export function atMostEvery(milliseconds: number, work: () => void, schedule = after): Throttled {
  let cancel: (() => void) | undefined;
  let requested = false;
  const serve = (): void => {
    requested = false;
    cancel = schedule(milliseconds, () => {
      cancel = undefined;
      if (requested) serve();
    });
    work();
  };
  return {
    request: () => {
      if (cancel) requested = true;
      else serve();
    },
    stop: () => cancel?.(),
  };
}
