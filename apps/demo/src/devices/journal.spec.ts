import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Journal, type JournalEntry } from './journal.js';

const entry: JournalEntry = {
  deviceId: 'ev-001-device',
  polledAt: 100,
  schedules: [
    {
      scheduleId: 's-1',
      flexOfferId: 'o-1',
      flexibilityId: 'f-1',
      schedule: { start: 104, energiesWh: [500, 0] },
    },
  ],
  rejectedOfferIds: ['o-2'],
};

describe('the journal', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'journal-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const reopened = <T>(read: (journal: Journal) => T): T => {
    const journal = new Journal(directory);
    const value = read(journal);
    journal.close();
    return value;
  };

  it('XE-08 knows after a restart what a device was told, and at which poll', () => {
    reopened((journal) => journal.record(entry));
    reopened((journal) => journal.record({ ...entry, polledAt: 101, schedules: [] }));
    reopened((journal) => {
      expect(journal.toldAt('ev-001-device', 100)).toEqual(entry);
      expect(journal.toldAt('ev-001-device', 99)).toBeUndefined();
      expect(journal.toldAt('ev-002-device', 100)).toBeUndefined();
      expect(journal.scheduleOf('f-1')).toEqual(entry.schedules[0]);
    });
  });

  it('XE-08 writes the answer to a repeated poll once', () => {
    reopened((journal) => {
      journal.record(entry);
      journal.record(entry);
    });
    reopened((journal) => journal.record(entry));
    expect(readFileSync(join(directory, 'received.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(1);
  });

  it('drops a line that was cut short, and goes on after the last whole one', () => {
    reopened((journal) => journal.record(entry));
    appendFileSync(join(directory, 'received.ndjson'), '{"deviceId":"ev-0');
    reopened((journal) => journal.record({ ...entry, polledAt: 101 }));
    expect(reopened((journal) => journal.toldAt('ev-001-device', 101)?.polledAt)).toBe(101);
  });
});
