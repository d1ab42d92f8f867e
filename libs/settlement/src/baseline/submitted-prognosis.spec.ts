import { describe, expect, it } from '@jest/globals';
import { ZONE, baselineInput, readingsOf } from '../../test/readings.js';
import { quartersOf } from '../calendar/local-quarters.js';
import { prognosisDeadline, prognosisInForce } from './prognosis.js';
import { submittedPrognosis } from './submitted-prognosis.js';

const DAY = '2024-02-19';
const START = quartersOf(DAY, ZONE)[0]?.interval ?? 0;
const energyWh = readingsOf([DAY], (_, quarter) => quarter);

function refusal(submittedAt: number, notifiedAt?: number, without?: number) {
  const said = new Map(energyWh);
  if (without !== undefined) said.delete(START + without);
  const event = { from: START + 60, to: START + 64, notifiedAt: notifiedAt ?? START + 56 };
  const input = baselineInput(DAY, { prognosis: { submittedAt, energyWh: said }, events: [event] });
  const result = submittedPrognosis.baseline(input);
  return result.ok ? 'accepted' : result.reason;
}

describe('the submitted prognosis', () => {
  it('ST-03 is what was submitted', () => {
    const input = baselineInput(DAY, { prognosis: { submittedAt: START - 1, energyWh } });
    expect(submittedPrognosis.baseline(input)).toMatchObject({
      ok: true,
      values: [...energyWh].map(([interval, baselineWh]) => ({ interval, baselineWh })),
    });
  });

  it('ST-03 must be there, whole, and earlier than the day and its first notification', () => {
    expect(submittedPrognosis.baseline(baselineInput(DAY, {}))).toMatchObject({ reason: 'no-prognosis' });
    expect(refusal(START - 1)).toBe('accepted');
    expect(refusal(START)).toBe('late-prognosis');
    expect(refusal(START - 10, START - 9)).toBe('accepted');
    expect(refusal(START - 10, START - 10)).toBe('late-prognosis');
    expect(refusal(START - 1, undefined, 95)).toBe('incomplete-prognosis');
  });

  it('ST-03 is the last of several that came in time, or else the first that was late', () => {
    const deadline = prognosisDeadline(DAY, ZONE, [
      { from: START + 60, to: START + 64, notifiedAt: START - 5 },
    ]);
    expect(deadline).toBe(START - 5);
    const inForce = (...arrived: number[]) =>
      prognosisInForce(
        arrived.map((submittedAt) => ({ submittedAt })),
        deadline,
      )?.submittedAt;
    expect(inForce(START - 20, START - 6, START - 5)).toBe(START - 6);
    expect(inForce(START - 5, START)).toBe(START - 5);
    expect(inForce()).toBeUndefined();
  });
});
