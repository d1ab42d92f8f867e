import { describe, expect, it } from '@jest/globals';
import { ZONE, daysBefore, readingsOf } from '../../../test/readings.js';
import type { LocalDay } from '../../calendar/local-day.js';
import { quartersOf } from '../../calendar/local-quarters.js';
import type { BaselineMethod } from '../baseline-method.js';
import type { MeterHistory } from './back-test.js';
import { backTest } from './back-test.js';
import { baselineError } from './baseline-error.js';
import { AEMO_LIMITS, baselineGateFaults } from './baseline-gate.js';
import { pretendedEvents } from './pretended-events.js';

const DAYS = daysBefore('2024-06-01', 40);
const PRETENDED = { length: 8, notice: 4 };

/** Says the same for every interval, and refuses one day if asked to. */
function always(baselineWh: number, refused?: LocalDay): BaselineMethod {
  return {
    name: 'always',
    lookBackDays: 0,
    adjusts: false,
    baseline: ({ day, zone }) =>
      day === refused
        ? { ok: false, reason: 'insufficient-days', days: [] }
        : {
            ok: true,
            values: quartersOf(day, zone).map(({ interval }) => ({ interval, baselineWh })),
            days: [],
          },
  };
}

function history(energyWh: (day: LocalDay, quarter: number) => number): MeterHistory {
  return {
    zone: ZONE,
    readings: readingsOf(DAYS, energyWh),
    eventDays: new Set(),
    holidays: new Set(),
    defaultWh: new Map(),
  };
}

describe('the back-test', () => {
  it('ST-03 states bias and RRMSE as shares of what was measured', () => {
    const error = baselineError(
      backTest(
        always(110),
        history(() => 100),
        DAYS,
        PRETENDED,
      ),
    );
    expect(error).toEqual({ days: 40, refusedDays: 0, intervals: 3840, relativeRmse: 0.1, bias: 0.1 });
  });

  it('ST-03 errors in both directions cancel in the bias and not in the RRMSE', () => {
    const readings = history((_, quarter) => (quarter % 2 === 0 ? 50 : 150));
    const error = baselineError(backTest(always(100), readings, DAYS, PRETENDED));
    expect(error).toMatchObject({ relativeRmse: 0.5, bias: 0 });
  });

  it('ST-03 a net producer has a bias of the same sense: more consumption than there was is positive', () => {
    const error = baselineError(
      backTest(
        always(-90),
        history(() => -100),
        DAYS,
        PRETENDED,
      ),
    );
    expect(error).toMatchObject({ relativeRmse: 0.1, bias: 0.1 });
  });

  it('ST-03 leaves out event days, outages and events that lack a reading, and counts refusals apart', () => {
    const [event = '', outage = '', incomplete = '', refused = ''] = DAYS;
    const known = history(() => 100);
    const readings = readingsOf(DAYS, () => 100);
    readings.delete(quartersOf(incomplete, ZONE)[40]?.interval ?? 0);
    const input = { ...known, readings, eventDays: new Set([event]), outageDays: new Set([outage]) };
    const error = baselineError(backTest(always(100, refused), input, DAYS, PRETENDED));
    expect(error).toMatchObject({ days: 37, refusedDays: 1, intervals: 37 * 96 - 8 });
  });

  it('ST-03 has no share where nothing was consumed', () => {
    const error = baselineError(
      backTest(
        always(5),
        history(() => 0),
        DAYS,
        PRETENDED,
      ),
    );
    expect([error.relativeRmse, error.bias]).toEqual([undefined, undefined]);
  });

  it.each([
    ['2024-02-19', 12],
    ['2024-03-31', 11],
    ['2024-10-27', 12],
  ])('ST-03 pretends events one after the other on %s', (day, count) => {
    const events = pretendedEvents(day, ZONE, PRETENDED);
    expect(events).toHaveLength(count);
    const start = quartersOf(day, ZONE)[0]?.interval ?? 0;
    expect(events[3]).toEqual({ from: start + 24, to: start + 32, notifiedAt: start + 20 });
  });
});

describe('the gate', () => {
  const good = { days: 40, refusedDays: 0, intervals: 320, relativeRmse: 0.2, bias: -0.04 };

  it('ST-03 lets pass what is just within the limits', () => {
    expect(baselineGateFaults(good, AEMO_LIMITS)).toEqual([]);
  });

  it.each([
    [{ relativeRmse: 0.201 }, 'relativeRmse', 'must be at most 20 %, is 20.1 %'],
    [{ relativeRmse: undefined }, 'relativeRmse', 'must be at most 20 %, is unknown'],
    [{ bias: 0.05 }, 'bias', 'must be within 4 % up or down, is 5 %'],
    [{ bias: -0.05 }, 'bias', 'must be within 4 % up or down, is -5 %'],
    [{ days: 29 }, 'leastDays', 'must be at least 30 days, is 29'],
    [{ refusedDays: 10 }, 'refusedShare', 'must be at most 10 % of the days, is 20 %'],
  ])('ST-03 names the limit that %j breaks', (broken, path, message) => {
    expect(baselineGateFaults({ ...good, ...broken }, AEMO_LIMITS)).toEqual([{ path, message }]);
  });

  it('ST-03 names every broken limit', () => {
    const faults = baselineGateFaults({ ...good, relativeRmse: 1, bias: 1, days: 0 }, AEMO_LIMITS);
    expect(faults.map(({ path }) => path)).toEqual(['leastDays', 'relativeRmse', 'bias']);
  });
});
