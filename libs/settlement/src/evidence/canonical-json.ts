import canonicalize from 'canonicalize';

/**
 * JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it: sorted names, no white space, one way
 * to write each number and text. Equal values give equal bytes, whoever computes them and in whatever language.
 *
 * @throws TypeError if the value is not JSON (undefined, a function, a bigint); Error for NaN, an infinity, a cycle
 *   or text that is not Unicode
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}
