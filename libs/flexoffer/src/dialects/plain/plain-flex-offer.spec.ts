import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SignConvention } from '../sign.js';
import { readAnyFlexOffer } from '../read-any-flex-offer.js';
import type { ReadOptions } from '../read-options.js';
import { arbitraryOddMessage, arbitraryPlainMessage } from '../../testing/plain-messages.js';
import { readOptions } from '../../testing/read-options.js';
import { readPlainFlexOffer } from './plain-flex-offer.js';

const arbitraryOptions: fc.Arbitrary<ReadOptions> = fc.record(
  {
    sign: fc.constantFrom<SignConvention>('consumption-positive', 'production-positive'),
    now: fc.constant(1_767_600_000_000),
    id: fc.constantFrom('given-id', '-1'),
    offeredById: fc.constant('p-1'),
    gridNode: fc.constant('z.a.given'),
    path: fc.constant('flexOffer[3]'),
    deviceId: fc.constant('d-9'),
    flexibilityId: fc.constant('f-9'),
    state: fc.constant('offered'),
    unit: fc.constant('Wh'),
    multiplier: fc.constantFrom('k', 'k', '1'),
  },
  { requiredKeys: ['sign', 'now', 'id', 'offeredById', 'gridNode'] },
);

/** The plain reader gives what the full one gives, or leaves the message to it. */
function agrees(json: unknown, options: ReadOptions): boolean {
  const plain = readPlainFlexOffer(json, options);
  return (
    plain === undefined || isDeepStrictEqual({ ok: true, value: plain }, readAnyFlexOffer(json, options))
  );
}

describe('the plain reader', () => {
  it('FO-01 reads ordinary messages as the full reader does', () => {
    fc.assert(
      fc.property(arbitraryPlainMessage, arbitraryOptions, (message, options) => {
        expect(agrees(message, options)).toBe(true);
      }),
      { seed: 42, numRuns: 3000 },
    );
  });

  it('FO-03 reads changed messages as the full reader does, or leaves them to it', () => {
    fc.assert(
      fc.property(arbitraryOddMessage, arbitraryOptions, (message, options) => {
        expect(agrees(message, options)).toBe(true);
      }),
      { seed: 42, numRuns: 6000 },
    );
  });

  it('FO-01 does not leave ordinary messages to the full reader', () => {
    const messages = fc.sample(arbitraryPlainMessage, { seed: 42, numRuns: 1000 });
    const left = messages.filter((message) => readPlainFlexOffer(message, readOptions()) === undefined);
    // Those with bounds that are too narrow for a whole watt-hour.
    expect(left.length).toBeLessThan(100);
  });
});
