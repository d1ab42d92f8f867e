import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlexOffer } from '../flex-offer.js';
import { arbitraryDialectOffer, carriedBy, DIALECTS } from '../testing/dialect-offers.js';
import { readOptions } from '../testing/read-options.js';
import { readFlexOffer } from './read-flex-offer.js';
import type { ReadOptions } from './read-options.js';
import type { SignConvention } from './sign.js';
import { writeFlexOffer, type WriteOptions } from './write-flex-offer.js';
import { readFlexOfferXml, writeFlexOfferXml } from './xml.js';

const GIVEN = { id: 'given-id', gridNode: 'z.a.given' };
const signs = ['production-positive', 'consumption-positive'] as const;

const arbitraryForm: fc.Arbitrary<WriteOptions> = fc
  .tuple(fc.constantFrom(...signs), fc.constantFrom(undefined, 'k' as const, '1' as const, 'M' as const))
  .map(([sign, multiplier]) => ({ sign, ...(multiplier === undefined ? {} : { multiplier }) }));

const optionsFor = ({ offeredById }: FlexOffer, sign: SignConvention): ReadOptions =>
  readOptions({ ...GIVEN, sign, offeredById });

describe('reading what was written', () => {
  it.each(DIALECTS)('FO-01 FO-04 gives the same offer back through JSON, %s', (dialect) => {
    fc.assert(
      fc.property(arbitraryDialectOffer, arbitraryForm, (offer, form) => {
        const json: unknown = JSON.parse(JSON.stringify(writeFlexOffer(offer, { ...form, dialect })));
        const value = carriedBy(dialect, offer, GIVEN);
        expect(readFlexOffer(json, optionsFor(offer, form.sign))).toEqual({ ok: true, value });
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it.each(DIALECTS)('FO-01 gives the same offer back through XML, %s', (dialect) => {
    fc.assert(
      fc.property(arbitraryDialectOffer, arbitraryForm, (offer, form) => {
        const xml = writeFlexOfferXml(offer, { ...form, dialect });
        const value = carriedBy(dialect, offer, GIVEN);
        expect(readFlexOfferXml(xml, optionsFor(offer, form.sign))).toEqual({ ok: true, value });
      }),
      { seed: 42, numRuns: 100 },
    );
  });

  it('FO-04 means the same by both signs', () => {
    fc.assert(
      fc.property(arbitraryDialectOffer, (offer) => {
        const [production, consumption] = signs.map((sign) =>
          readFlexOffer(writeFlexOffer(offer, { sign }), optionsFor(offer, sign)),
        );
        expect(production).toEqual(consumption);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it.each(DIALECTS)('FO-01 gives unknown fields back in the form in which they came, %s', (dialect) => {
    const unknownFields = fc.dictionary(
      fc.stringMatching(/^[xyz][\w$ é]{0,8}$/),
      fc.jsonValue({ maxDepth: 3, noUnicodeString: false }),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(arbitraryDialectOffer, unknownFields, unknownFields, (offer, outer, inner) => {
        const places = [dialect === 'slices' ? 'slices[0]' : 'flexOfferProfileConstraints[0]'];
        if (dialect !== 'market') places.push('defaultSchedule');
        const nested = places.flatMap((place) =>
          Object.entries(inner).map(([name, value]): [string, unknown] => [`${place}.${name}`, value]),
        );
        const unknown: Record<string, unknown> = { ...outer, ...Object.fromEntries(nested) };
        const origin = { dialect, ...(Object.keys(unknown).length === 0 ? {} : { unknownFields: unknown }) };
        const json: unknown = JSON.parse(
          JSON.stringify(writeFlexOffer({ ...offer, origin }, { sign: 'consumption-positive' })),
        );
        const read = readFlexOffer(json, optionsFor(offer, 'consumption-positive'));
        expect(read.ok ? read.value.origin : read.faults).toEqual(
          JSON.parse(JSON.stringify(origin)) as unknown,
        );
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});
