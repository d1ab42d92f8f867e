import { describe, expect, it } from '@jest/globals';
import { ZONE, baselineInput, readingsOf } from '../../test/readings.js';
import { quartersOf } from '../calendar/local-quarters.js';
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
});
