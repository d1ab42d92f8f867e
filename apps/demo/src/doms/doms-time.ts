import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { intervalOf, type Instant, type IntervalIndex } from '#flexoffer';
import { FIRST_POLL, isoOf } from '../calendar/demo-day.js';

/**
 * The time of the scripted DOMS, kept in a file: after a crash the platform may poll before the driver is back,
 * and must see the same requests as it would have seen without the crash.
 */
export class DomsTime {
  private interval: IntervalIndex;
  private readonly path: string;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.path = join(directory, 'doms-time');
    this.interval = existsSync(this.path)
      ? intervalOf(Date.parse(readFileSync(this.path, 'utf8').trim()))
      : FIRST_POLL;
  }

  get now(): IntervalIndex {
    return this.interval;
  }

  moveTo(instant: Instant): void {
    writeFileSync(`${this.path}.new`, `${isoOf(instant)}\n`);
    renameSync(`${this.path}.new`, this.path);
    this.interval = intervalOf(instant);
  }
}
