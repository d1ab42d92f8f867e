import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../result.js';
import { instantOf } from '../time.js';
import { MessageFields } from './message-fields.js';
import { readTimes } from './read-times.js';

const EIGHT = 1_964_000;
const NOW = instantOf(EIGHT - 4);

function times(message: Record<string, unknown>) {
  const faults: Fault[] = [];
  return { times: readTimes(new MessageFields(message, '', faults), NOW), faults };
}

const WINDOW = { startAfterTime: '2026-01-05T08:00:00Z', startBeforeTime: '2026-01-05T09:00:00Z' };

describe('readTimes', () => {
  it('FO-01 narrows the start window to whole intervals', () => {
    const message = { startAfterTime: '2026-01-05T08:00:01Z', startBeforeTime: '2026-01-05T08:44:59Z' };
    expect(times(message).times).toMatchObject({ startAfter: EIGHT + 1, startBefore: EIGHT + 2 });
  });

  it('FO-01 refuses a window in which no interval starts', () => {
    const message = { startAfterTime: '2026-01-05T08:00:01Z', startBeforeTime: '2026-01-05T08:14:59Z' };
    expect(times(message).faults.map(({ path }) => path)).toEqual(['startBeforeTime']);
  });

  it('FO-01 reads intervals, times, and both where they agree', () => {
    const message = {
      startAfterInterval: EIGHT,
      startBeforeTime: '2026-01-05T10:00:00.000+0100',
      startBeforeInterval: `${EIGHT + 4}`,
      acceptanceBeforeInterval: EIGHT - 2,
      assignmentBeforeTime: '2026-01-05T07:45:30Z',
      assignmentBeforeInterval: EIGHT - 1,
    };
    expect(times(message)).toEqual({
      faults: [],
      times: {
        creation: NOW,
        acceptanceBefore: instantOf(EIGHT - 2),
        assignmentBefore: instantOf(EIGHT - 1) + 30_000,
        startAfter: EIGHT,
        startBefore: EIGHT + 4,
      },
    });
  });

  it('FO-01 refuses a time and an interval that disagree', () => {
    expect(times({ ...WINDOW, startBeforeInterval: EIGHT + 5 }).faults).toEqual([
      {
        path: 'startBeforeInterval',
        message: `is ${EIGHT + 5}, but the time beside it lies in interval ${EIGHT + 4}`,
      },
    ]);
  });

  it('FO-01 counts assignmentBeforeStart back from the earliest start', () => {
    expect(times({ ...WINDOW, assignmentBeforeStart: 300 }).times).toMatchObject({
      acceptanceBefore: instantOf(EIGHT) - 300_000,
      assignmentBefore: instantOf(EIGHT) - 300_000,
    });
    expect(times({ ...WINDOW, assignmentBeforeStart: -1 }).faults).toHaveLength(1);
  });

  it('FO-01 puts an absent acceptance deadline no later than the earliest start', () => {
    expect(times({ ...WINDOW, assignmentBeforeTime: '2026-01-05T08:30:00Z' }).times).toMatchObject({
      acceptanceBefore: instantOf(EIGHT),
      assignmentBefore: instantOf(EIGHT + 2),
    });
  });

  it('FO-01 starts an offer without startAfter at its creation', () => {
    const { startBeforeTime } = WINDOW;
    expect(times({ creationTime: '2026-01-05T07:50:00Z', startBeforeTime }).times?.startAfter).toBe(EIGHT);
  });

  it.each([{}, { startBeforeInterval: -1 }, { startBeforeInterval: 1e15 }, { startBeforeTime: 5 }])(
    'FO-01 refuses %j as a latest start',
    (message) => {
      expect(times({ startAfterInterval: EIGHT, ...message }).faults).toHaveLength(1);
    },
  );
});
