import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlexOffer } from '../flex-offer.js';
import { arbitraryFullOffer } from '../testing/arbitrary-offer.js';
import { readOptions } from '../testing/read-options.js';
import { readFlexOffer } from './read-flex-offer.js';
import type { ReadOptions } from './read-options.js';
import type { SignConvention } from './sign.js';
import { writeFlexOffer } from './write-flex-offer.js';
import { readFlexOfferXml, writeFlexOfferXml } from './xml.js';

const signs = ['production-positive', 'consumption-positive'] as const;

const optionsFor = ({ offeredById }: FlexOffer, sign: SignConvention): ReadOptions =>
  readOptions({ sign, offeredById });

describe('reading what was written', () => {
  it.each(signs)('FO-01 gives the same offer back through JSON, %s', (sign) => {
    fc.assert(
      fc.property(arbitraryFullOffer, (offer) => {
        const json: unknown = JSON.parse(JSON.stringify(writeFlexOffer(offer, { sign })));
        expect(readFlexOffer(json, optionsFor(offer, sign))).toEqual({ ok: true, value: offer });
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it.each(signs)('FO-01 gives the same offer back through XML, %s', (sign) => {
    fc.assert(
      fc.property(arbitraryFullOffer, (offer) => {
        const xml = writeFlexOfferXml(offer, { sign });
        expect(readFlexOfferXml(xml, optionsFor(offer, sign))).toEqual({ ok: true, value: offer });
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it('FO-04 means the same by both signs', () => {
    fc.assert(
      fc.property(arbitraryFullOffer, (offer) => {
        const [production, consumption] = signs.map((sign) =>
          readFlexOffer(writeFlexOffer(offer, { sign }), optionsFor(offer, sign)),
        );
        expect(production).toEqual(consumption);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
