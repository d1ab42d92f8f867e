import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { IntervalIndex } from '#flexoffer';
import type { ReceivedSchedule } from './received-schedule.js';

/** What one answer told a device. */
export interface JournalEntry {
  readonly deviceId: string;
  /** The poll that was answered. */
  readonly polledAt: IntervalIndex;
  readonly schedules: readonly ReceivedSchedule[];
  readonly rejectedOfferIds: readonly string[];
}

/**
 * What the devices were told, one JSON line an answer, on disk before a device confirms it: a demo that was killed
 * goes on with what its devices already know. Confirmations follow from it, so that a poll that is repeated after
 * a crash says exactly what it said before.
 */
export class Journal {
  private readonly entries = new Map<string, JournalEntry>();
  private readonly schedules = new Map<string, ReceivedSchedule>();
  private readonly file: number;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, 'received.ndjson');
    for (const entry of readEntries(path)) this.remember(entry);
    this.file = openSync(path, 'a');
  }

  /** Repeating an entry (the answer to a repeated poll) writes nothing. */
  record(entry: JournalEntry): void {
    if (this.entries.has(keyOf(entry.deviceId, entry.polledAt))) return;
    writeSync(this.file, `${JSON.stringify(entry)}\n`);
    this.remember(entry);
  }

  /** What the device was told at its poll of `polledAt`; it confirms that with its next poll. */
  toldAt(deviceId: string, polledAt: IntervalIndex): JournalEntry | undefined {
    return this.entries.get(keyOf(deviceId, polledAt));
  }

  /** The schedule that a device holds for one of its flexibilities. */
  scheduleOf(flexibilityId: string): ReceivedSchedule | undefined {
    return this.schedules.get(flexibilityId);
  }

  get scheduleCount(): number {
    return this.schedules.size;
  }

  close(): void {
    closeSync(this.file);
  }

  private remember(entry: JournalEntry): void {
    this.entries.set(keyOf(entry.deviceId, entry.polledAt), entry);
    for (const schedule of entry.schedules) this.schedules.set(schedule.flexibilityId, schedule);
  }
}

/** A last line without its end was being written when the demo was killed; it is dropped and will be told again. */
function readEntries(path: string): JournalEntry[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path);
  const end = text.lastIndexOf(0x0a) + 1;
  if (end < text.length) truncateSync(path, end);
  return text
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalEntry);
}

function keyOf(deviceId: string, polledAt: IntervalIndex): string {
  return `${deviceId}@${polledAt}`;
}
