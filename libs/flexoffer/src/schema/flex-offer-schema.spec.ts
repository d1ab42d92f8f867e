import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { writeFlexOffer } from '../dialects/write-flex-offer.js';
import { arbitraryDialectOffer, DIALECTS } from '../testing/dialect-offers.js';
import { flexOfferSchema } from './flex-offer-schema.js';

const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats.default(ajv);
const schema = flexOfferSchema();
ajv.addSchema(schema);

function validatorOf(dialect: string) {
  const validate = ajv.getSchema(`${String(schema['$id'])}#/$defs/${dialect}`);
  if (validate === undefined) throw new Error(`no definition of ${dialect}`);
  return validate;
}

const arbitraryForm = fc.record({
  sign: fc.constantFrom('production-positive' as const, 'consumption-positive' as const),
  multiplier: fc.constantFrom('k' as const, '1' as const, 'M' as const),
});

describe('flexOfferSchema', () => {
  it('FO-01 is what the library publishes', () => {
    const url = new URL('../../flex-offer.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(url, 'utf8'))).toEqual(flexOfferSchema());
  });

  it.each(DIALECTS)('FO-01 describes everything that is written, %s', (dialect) => {
    const validate = validatorOf(dialect);
    fc.assert(
      fc.property(arbitraryDialectOffer, arbitraryForm, (offer, form) => {
        const isValid = validate(writeFlexOffer(offer, { ...form, dialect }));
        expect([isValid, validate.errors ?? []]).toEqual([true, []]);
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it('FO-01 tells the forms apart from what they are not', () => {
    const validate = ajv.compile({ $ref: String(schema['$id']) });
    expect(validate({ id: 'fo-1', flexOfferProfileConstraints: [] })).toBe(false);
    const [offer] = fc.sample(arbitraryDialectOffer, { seed: 42, numRuns: 1 });
    if (offer === undefined) throw new Error('no offer');
    const message = writeFlexOffer(offer, { sign: 'consumption-positive', dialect: 'specification-1' });
    expect(validate({ ...message, note: 'unknown fields are allowed' })).toBe(true);
    expect(validate({ ...message, startBeforeTime: 'tomorrow' })).toBe(false);
  });
});
