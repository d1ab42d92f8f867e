import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comingGate, isPublished, nextPublication, type GateRhythm } from './publication-times.js';

const at = (time: string): number => Date.parse(`2026-01-15T${time}Z`);
const FIVE_MINUTES: GateRhythm = { gateIntervalSeconds: 300, publicationLeadSeconds: 60 };

const rhythms: fc.Arbitrary<GateRhythm> = fc
  .constantFrom(60, 90, 180, 300, 450, 900)
  .chain((gateIntervalSeconds) =>
    fc
      .integer({ min: 1, max: gateIntervalSeconds - 1 })
      .map((publicationLeadSeconds) => ({ gateIntervalSeconds, publicationLeadSeconds })),
  );
const instants = fc.integer({ min: 0, max: at('12:00:00') });

describe('the instants of publication', () => {
  it('FM-02 lie a lead before each gate', () => {
    expect(nextPublication(at('10:00:00'), FIVE_MINUTES)).toBe(at('10:04:00'));
    expect(nextPublication(at('10:04:00'), FIVE_MINUTES)).toBe(at('10:09:00'));
    expect(nextPublication(at('10:04:30'), FIVE_MINUTES)).toBe(at('10:09:00'));
    expect(comingGate(at('10:04:00'), FIVE_MINUTES)).toBe(at('10:05:00'));
    expect(comingGate(at('10:05:00'), FIVE_MINUTES)).toBe(at('10:10:00'));
  });

  it('lie strictly ahead, at most a gate interval', () => {
    fc.assert(
      fc.property(instants, rhythms, (now, rhythm) => {
        const next = nextPublication(now, rhythm);
        expect(next).toBeGreaterThan(now);
        expect(next - now).toBeLessThanOrEqual(rhythm.gateIntervalSeconds * 1000);
        expect((next + rhythm.publicationLeadSeconds * 1000) % (rhythm.gateIntervalSeconds * 1000)).toBe(0);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('FM-02 serve every gate exactly once, each its own', () => {
    fc.assert(
      fc.property(instants, rhythms, (start, rhythm) => {
        const first = nextPublication(start, rhythm);
        const second = nextPublication(first, rhythm);
        expect(comingGate(first, rhythm) - first).toBe(rhythm.publicationLeadSeconds * 1000);
        expect(comingGate(second, rhythm)).toBe(
          comingGate(first, rhythm) + rhythm.gateIntervalSeconds * 1000,
        );
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('open the time in which the coming gate’s portfolio is out', () => {
    fc.assert(
      fc.property(instants, rhythms, (now, rhythm) => {
        const publication = nextPublication(now, rhythm);
        expect(isPublished(publication, rhythm)).toBe(true);
        expect(isPublished(publication - 1, rhythm)).toBe(false);
        expect(isPublished(comingGate(publication, rhythm) - 1, rhythm)).toBe(true);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
