import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#flexoffer';
import { observedFailures } from './observed-failures.js';

const START = 1_964_000;
const watched = (id: string, deviceId: string, energiesWh: number[]) => ({
  id,
  deviceId,
  schedule: { start: START, energiesWh },
});
const schedules = [watched('s1', 'hp', [300, 300]), watched('s2', 'hp', [200]), watched('s3', 'ev', [0, 0])];
const failing = (observation: Parameters<typeof observedFailures>[0][number]) =>
  observedFailures([observation], schedules).map(({ scheduleId }) => scheduleId);

describe('schedules that are not followed', () => {
  it('MK-05 are judged by the sum that the register sees', () => {
    expect(failing({ deviceId: 'hp', interval: START, measuredWh: 500 })).toEqual([]);
    expect(failing({ deviceId: 'hp', interval: START, measuredWh: 900 })).toEqual(['s1', 's2']);
    expect(failing({ deviceId: 'hp', interval: START + 1, measuredWh: 900 })).toEqual(['s1']);
    expect(failing({ deviceId: 'hp', interval: START + 2, measuredWh: 900 })).toEqual([]);
  });

  it('MK-05 are those of a device that somebody has taken over', () => {
    expect(failing({ deviceId: 'ev', interval: START + 1, mode: 'manual' })).toEqual(['s3']);
    expect(failing({ deviceId: 'ev', interval: START - 1, mode: 'manual' })).toEqual([]);
  });

  it('MK-05 say what was seen', () => {
    const quarter = new Date(instantOf(START)).toISOString().replace('.000', '');
    expect(observedFailures([{ deviceId: 'ev', interval: START, measuredWh: 700 }], schedules)).toEqual([
      {
        scheduleId: 's3',
        interval: START,
        reason: `700 Wh instead of 0 Wh in the quarter-hour from ${quarter}`,
      },
    ]);
  });
});
