import { PlatformError, type Platform } from '../platform/platform.js';
import { ReadingsAnswer } from '../platform/answers.js';
import type { Reading } from './readings.js';

const READINGS_A_REQUEST = 50_000;
const PATH = '/metering/v1/readings';

/** Posts readings in a few large requests. @throws PlatformError if one of them is refused */
export async function sendReadings(
  platform: Platform,
  token: string,
  readings: Iterable<Reading>,
): Promise<void> {
  for (const lines of inBatches(readings)) {
    const { refused } = await platform.stream(PATH, token, lines, ReadingsAnswer);
    const count = Array.isArray(refused) ? refused.length : refused;
    if (count > 0)
      throw new PlatformError(
        'POST',
        PATH,
        `readings were refused: ${JSON.stringify(refused).slice(0, 500)}`,
      );
  }
}

function* inBatches(readings: Iterable<Reading>): Generator<string> {
  let lines: string[] = [];
  for (const reading of readings) {
    lines.push(JSON.stringify(reading));
    if (lines.length === READINGS_A_REQUEST) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
