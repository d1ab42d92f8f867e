import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it('ST-06 writes the example of RFC 8785, section 3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('ST-06 does not depend on the order of names', () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
  });

  it('ST-06 agrees with another implementation on any JSON, keys that are no plain text included', () => {
    const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
    const law = fc.property(json, fc.dictionary(fc.string({ unit: 'binary' }), json), (value, named) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
      expect(canonicalJson(named)).toBe(canonicalize(named));
    });
    fc.assert(law, { seed: 42, numRuns: 500 });
  });

  it.each([[undefined], [10n], [Number.NaN], ['\ud800'], [[undefined]], [{ '\udc00': 1 }]])(
    'throws for %p',
    (value) => {
      expect(() => canonicalJson(value)).toThrow();
    },
  );
});
