import { describe, expect, it } from '@jest/globals';
import { baselineInput, readingsOf } from '../../test/readings.js';
import { BASELINE_METHODS, baselineMethod } from './baseline-methods.js';
import { describeBaselineMethod, describeMethodWithHistory } from './testing/baseline-method-suite.js';
import { defaultSchedule } from './default-schedule.js';

BASELINE_METHODS.forEach(describeBaselineMethod);
BASELINE_METHODS.filter(({ lookBackDays }) => lookBackDays > 0).forEach(describeMethodWithHistory);

describe('baselineMethod', () => {
  it.each(BASELINE_METHODS.map(({ name }) => name))('ST-03 knows %s', (name) => {
    expect(baselineMethod(name)).toMatchObject({ ok: true, value: { name } });
  });

  it('names the known methods when asked for another', () => {
    expect(baselineMethod('best-of-all')).toEqual({
      ok: false,
      faults: [
        {
          path: 'baseline.method',
          message: `must be one of ${BASELINE_METHODS.map(({ name }) => name).join(', ')}`,
        },
      ],
    });
  });
});

describe('default-schedule', () => {
  it('ST-03 is the default schedule, and 0 outside it', () => {
    const whole = readingsOf(['2024-02-19'], (_, quarter) => quarter);
    const defaultWh = new Map([...whole].slice(4, 6));
    const result = defaultSchedule.baseline(baselineInput('2024-02-19', { defaultWh }));
    const values = result.ok ? result.values.map(({ baselineWh }) => baselineWh) : [];
    expect(values.slice(0, 8)).toEqual([0, 0, 0, 0, 4, 5, 0, 0]);
    expect(values).toHaveLength(96);
  });
});
