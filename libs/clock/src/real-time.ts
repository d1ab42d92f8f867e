/**
 * Time as the machine's operator experiences it: how long a request took, how long to wait before a retry.
 * Nothing of the market may depend on it; market time comes from `Clock`.
 */

/** Seconds since an arbitrary origin, for durations. */
export function elapsedSeconds(): number {
  return performance.now() / 1000;
}

/** Resolves after `milliseconds`, or at once when `signal` aborts. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal?.addEventListener('abort', finish, { once: true });
  });
}

/** Runs `task` again and again, `milliseconds` after it last ended, until `signal` aborts. */
export async function repeat(
  milliseconds: number,
  signal: AbortSignal,
  task: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await task();
    await pause(milliseconds, signal);
  }
}

/** The machine's date and time as ISO 8601, for log lines and file names. */
export function wallClockIso(): string {
  return new Date().toISOString();
}
