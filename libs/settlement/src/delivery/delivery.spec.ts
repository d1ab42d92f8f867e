import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountMicro } from '../money/amount.js';
import { delivery } from './delivery.js';
import { penalisedDeficiencyWh } from './penalised-deficiency.js';

const PRICE = 7_000_000n;
const PENALTY = 11_000_000n;

/** The worked example of USEF's settle phase, with kWh for its MWh. */
const GOLDEN = [
  { off: -3000, deliveredWh: 2000, deficiencyWh: 0, net: 14 },
  { off: -2000, deliveredWh: 2000, deficiencyWh: 0, net: 14 },
  { off: -1000, deliveredWh: 1000, deficiencyWh: 1000, net: -4 },
  { off: 0, deliveredWh: 0, deficiencyWh: 2000, net: -22 },
  { off: 1000, deliveredWh: 0, deficiencyWh: 3000, net: -33 },
];

const energies = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe('delivery', () => {
  it.each(GOLDEN.flatMap((row) => [1, -1].map((direction) => ({ ...row, direction }))))(
    'ST-04 golden vector of USEF, direction $direction, $off Wh off the baseline: net $net',
    ({ off, deliveredWh, deficiencyWh, net, direction }) => {
      const result = delivery({
        baselineWh: 10_000,
        actualWh: 10_000 + direction * off,
        orderedWh: direction * 2000,
      });
      expect(result.deliveredWh).toBe(deliveredWh === 0 ? 0 : direction * deliveredWh);
      expect(result.deficiencyWh).toBe(deficiencyWh);
      const amount = amountMicro(Math.abs(result.deliveredWh), PRICE);
      expect(amount - amountMicro(result.deficiencyWh, PENALTY)).toBe(BigInt(net) * 1_000_000n);
    },
  );

  it('ST-04 has the same deficiency in the form that starts from the meter', () => {
    fc.assert(
      fc.property(
        energies,
        energies,
        fc.integer({ min: 1, max: 1_000_000 }),
        (baselineWh, actualWh, orderedWh) => {
          const fromTheMeter = Math.max(0, actualWh - (baselineWh - orderedWh));
          expect(delivery({ baselineWh, actualWh, orderedWh }).deficiencyWh).toBe(fromTheMeter);
        },
      ),
      { seed: 42, numRuns: 500 },
    );
  });

  it('ST-04 delivers between nothing and the order, and nothing without a deviation that way', () => {
    fc.assert(
      fc.property(energies, energies, energies, (baselineWh, actualWh, orderedWh) => {
        const { realizedWh, deliveredWh, deficiencyWh } = delivery({ baselineWh, actualWh, orderedWh });
        expect(deliveredWh).toBeGreaterThanOrEqual(Math.min(0, orderedWh));
        expect(deliveredWh).toBeLessThanOrEqual(Math.max(0, orderedWh));
        expect(deficiencyWh).toBeGreaterThanOrEqual(0);
        if (realizedWh * orderedWh <= 0) expect(Math.abs(deliveredWh)).toBe(0);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('ST-04 is the same in both directions', () => {
    fc.assert(
      fc.property(energies, energies, energies, (baselineWh, actualWh, orderedWh) => {
        const here = delivery({ baselineWh, actualWh, orderedWh });
        const there = delivery({ baselineWh: -baselineWh, actualWh: -actualWh, orderedWh: -orderedWh });
        expect(there.deficiencyWh).toBe(here.deficiencyWh);
        expect(there.deliveredWh + here.deliveredWh).toBe(0);
        expect(there.realizedWh + here.realizedWh).toBe(0);
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('ST-04 gives nothing for more than was ordered', () => {
    fc.assert(
      fc.property(
        energies,
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(5000),
        (baselineWh, orderedWh, more) => {
          const exact = delivery({ baselineWh, actualWh: baselineWh - orderedWh, orderedWh });
          const over = delivery({ baselineWh, actualWh: baselineWh - orderedWh - more, orderedWh });
          expect(over.deliveredWh).toBe(exact.deliveredWh);
          expect(over.deficiencyWh).toBe(0);
        },
      ),
      { seed: 42, numRuns: 200 },
    );
  });

  it('ST-04 an order of nothing delivers and lacks nothing', () => {
    const nothing = delivery({ baselineWh: 5, actualWh: 9, orderedWh: 0 });
    expect(nothing).toEqual({ realizedWh: -4, deliveredWh: 0, deficiencyWh: 0 });
  });
});

describe('penalisedDeficiencyWh', () => {
  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [100, 100, 0],
    [101, 100, 101],
  ])('ST-05 of %d Wh with %d tolerated, %d cost', (deficiencyWh, toleranceWh, penalised) => {
    expect(penalisedDeficiencyWh(deficiencyWh, toleranceWh)).toBe(penalised);
  });
});
