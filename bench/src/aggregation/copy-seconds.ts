import { elapsedSeconds } from '#clock';

/** Enough bytes that the clock can tell the time. */
const FEWEST_BYTES = 50_000_000;

/** Seconds to copy so many bytes of memory once: nobody who looks at all of them can be much faster. */
export function copySeconds(bytes: number): number {
  const source = new Uint8Array(bytes).fill(1);
  const target = new Uint8Array(bytes);
  const rounds = Math.ceil(FEWEST_BYTES / bytes);
  target.set(source);
  const start = elapsedSeconds();
  for (let round = 0; round < rounds; round += 1) target.set(source);
  return (elapsedSeconds() - start) / rounds;
}
