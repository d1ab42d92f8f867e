/** The one file of the console that reads the time and sets timers. Times are epoch milliseconds. */

export const now = (): number => Date.now();

/** Runs `work` once, `milliseconds` from now. @returns what cancels it */
export function after(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** Runs `work` again and again, `milliseconds` apart. @returns what ends it */
export function every(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds);
  return () => clearInterval(timer);
}

/** Resolves after `milliseconds`, or at once when `signal` aborts. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const cancel = after(milliseconds, resolve);
    signal.addEventListener(
      'abort',
      () => {
        cancel();
        resolve();
      },
      { once: true },
    );
  });
}
