/**
 * JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it: sorted names, no white space, one way
 * to write each number and text. Equal values give equal bytes, whoever computes them and in whatever language.
 * Written for evidence, which is mostly lists of numbers; a name whose value is undefined is left out.
 *
 * @throws TypeError if the value is not JSON (undefined, a function, a bigint); Error for NaN, an infinity, a cycle
 *   or text that is not Unicode
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return written(value);
    case 'number':
      if (Number.isFinite(value)) return String(value);
      throw new Error(`not a JSON number: ${value}`);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? list(value) : object(value);
    default:
      throw new TypeError(`not a JSON value: ${typeof value}`);
  }
}

function list(values: readonly unknown[]): string {
  let text = '';
  for (const value of values) text += (text === '' ? '' : ',') + canonicalJson(value);
  return `[${text}]`;
}

function object(value: object): string {
  const properties = value as Readonly<Record<string, unknown>>;
  let text = '';
  // Sorted by UTF-16 code units, as the RFC wants it and as `sort` does by itself.
  for (const name of Object.keys(properties).sort()) {
    const inner = properties[name];
    if (inner !== undefined) text += `${text === '' ? '' : ','}${written(name)}:${canonicalJson(inner)}`;
  }
  return `{${text}}`;
}

/** Text of these characters alone is written as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

function written(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (/\p{Surrogate}/u.test(text)) throw new Error('text with half a surrogate pair is not Unicode');
  return JSON.stringify(text);
}
