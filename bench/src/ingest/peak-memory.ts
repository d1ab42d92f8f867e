import { pause } from '#clock';

const LOOK_AGAIN_MILLISECONDS = 250;
const RESIDENT = /^process_resident_memory_bytes(?:\{[^}]*\})? (\S+)$/m;

/** Does something while watching a platform, and says the most memory that its process was seen to hold, in MB. */
export async function peakMemory<T>(
  url: string,
  work: () => Promise<T>,
): Promise<{ readonly outcome: T; readonly peakMegabytes: number }> {
  let isDone = false;
  let peak = 0;
  const watch = async (): Promise<void> => {
    while (!isDone) {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      peak = Math.max(peak, Number(RESIDENT.exec(metrics)?.[1] ?? NaN));
      await pause(LOOK_AGAIN_MILLISECONDS);
    }
  };
  const watching = watch();
  const outcome = await work().finally(() => (isDone = true));
  await watching;
  return { outcome, peakMegabytes: peak / 1e6 };
}
