import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMessage } from '../testing/a-message.js';
import { arbitraryDialectOffer, DIALECTS } from '../testing/dialect-offers.js';
import { readOptions } from '../testing/read-options.js';
import { readFlexOffer } from './read-flex-offer.js';
import { writeFlexOffer } from './write-flex-offer.js';
import { readFlexOfferXml } from './xml.js';

/** Every reading ends with an offer or with faults, each of which says where and what. */
function expectAnswer(json: unknown): void {
  const read = readFlexOffer(json, readOptions({ path: 'flexOffer[0]' }));
  if (read.ok) return;
  expect(read.faults.length).toBeGreaterThan(0);
  for (const { path, message } of read.faults)
    expect(path.startsWith('flexOffer[0]') && message !== '').toBe(true);
}

function faultPaths(json: unknown): string[] {
  const read = readFlexOffer(json, readOptions());
  return read.ok ? [] : read.faults.map(({ path }) => path);
}

const NAMES = [
  ...['id', 'state', 'offeredById', 'locationId', 'unit', 'multiplier', 'slices', 'schedule', 'unknown'],
  ...['startAfterTime', 'startBeforeTime', 'startBeforeInterval', 'endBeforeTime', 'assignmentBeforeStart'],
  ...['flexOfferProfileConstraints', 'UncertainflexOfferProfileConstraints', 'energyConstraintList', 'lower'],
  ...['upper', 'DependencyEnergyConstraintList', 'UncertainFunctions', 'UncertainThreshold', 'coefficients'],
  ...[
    'from',
    'to',
    'minDuration',
    'maxDuration',
    'durationSeconds',
    'totalEnergyConstraint',
    'energyAmounts',
  ],
  ...[
    'subTotalEnergyConstraint',
    'defaultSchedule',
    'scheduleSlices',
    'duration',
    'energyAmount',
    'startTime',
  ],
  ...[
    'tariffConstraint',
    'flexOfferPriceConstraints',
    'priceSlices',
    'constructor',
    '__proto__',
    'hasOwnProperty',
  ],
];

const oddNumber = fc.constantFrom(0, -0, 1, -1, 0.5, 672, 1e9, 1e15, 1e300, 5e-324, NaN, Infinity, -Infinity);
const atom = fc.oneof(
  oddNumber,
  fc.string({ maxLength: 5 }),
  fc.constantFrom('1', '2026-01-05T08:00:00Z', 'Wh', '1 1 5', null, undefined, true),
);
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5 },
    atom,
    fc.array(tie('anything'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('anything')), { maxLength: 6 })
      .map((entries): unknown => Object.fromEntries(entries)),
  ),
}));

/** Replaces or takes away one value anywhere in a message. */
function mutated(json: unknown, choices: readonly number[], value: unknown): unknown {
  const [choice = 0, ...rest] = choices;
  if (typeof json !== 'object' || json === null || choices.length === 0) return value;
  const keys = Object.keys(json);
  const key = keys[choice % Math.max(keys.length, 1)];
  if (key === undefined) return value;
  if (Array.isArray(json))
    return (json as readonly unknown[]).map((each, index) =>
      String(index) === key ? mutated(each, rest, value) : each,
    );
  return Object.fromEntries(
    Object.entries(json).map(([name, each]) => [name, name === key ? mutated(each, rest, value) : each]),
  );
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('what no input does to the reader', () => {
  it('FO-01 never crashes on arbitrary values under the names of the format', () => {
    fc.assert(fc.property(anything, expectAnswer), { seed: 42, numRuns: 4000 });
  });

  it('FO-01 never crashes on damaged messages of any form', () => {
    const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
    const damage = fc.array(fc.tuple(choices, anything), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(arbitraryDialectOffer, fc.constantFrom(...DIALECTS), damage, (offer, dialect, damages) => {
        let json: unknown = writeFlexOffer(offer, { sign: 'production-positive', dialect });
        for (const [path, value] of damages) json = mutated(json, path, value);
        expectAnswer(json);
      }),
      { seed: 42, numRuns: 1000 },
    );
  });

  it.each(['unknown', 'id', 'flexOfferProfileConstraints', 'defaultSchedule', 'locationId', 'unit'])(
    'FO-01 refuses nesting without end in %s',
    (name) => {
      const deep = aMessage({ [name]: nested(100_000) });
      expect(faultPaths(deep).some((path) => path.startsWith(name))).toBe(true);
      const json = `{"${name}":${'['.repeat(3000)}${']'.repeat(3000)}}`;
      expect(faultPaths(aMessage(JSON.parse(json) as Record<string, unknown>)).length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['a text', { unknown: 'x'.repeat(10_000_000) }],
    ['a list', { unknown: Array.from({ length: 1_000_000 }, () => 1) }],
    ['fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`unknown${index}`, index]))],
  ])('FO-01 refuses %s without end that it would have to keep, once', (_, fields) => {
    expect(faultPaths(aMessage(fields))).toHaveLength(1);
  });

  it.each([
    ['flexOfferProfileConstraints', Array.from({ length: 1_000_000 }, () => ({}))],
    ['defaultSchedule.scheduleSlices', Array.from({ length: 1_000_000 }, () => 1)],
    ['defaultSchedule.energyAmounts', '1 '.repeat(1_000_000)],
    ['id', { a: 'x'.repeat(10_000_000) }],
    ['state', 'x'.repeat(10_000_000)],
  ])('FO-01 refuses 10 MB in %s', (path, value) => {
    const [name = '', inner] = path.split('.');
    const schedule = {
      startTime: '2026-01-05T08:00:00Z',
      ...(inner === undefined ? {} : { [inner]: value }),
    };
    expect(faultPaths(aMessage({ [name]: inner === undefined ? value : schedule }))).toContain(path);
  });

  it('FO-01 refuses names that change the object into which they are copied', () => {
    const json: unknown = JSON.parse(JSON.stringify(aMessage()).replace('{', '{"__proto__":{"id":"x"},'));
    expect(faultPaths(json)).toEqual(['__proto__']);
    expect(faultPaths(aMessage({ note: JSON.parse('{"a":{"__proto__":1}}') as unknown }))).toEqual(['note']);
    const read = readFlexOffer(aMessage({ constructor: 'x', hasOwnProperty: 1 }), readOptions());
    expect(read.ok && read.value.origin?.unknownFields).toEqual({ constructor: 'x', hasOwnProperty: 1 });
  });

  it('FO-01 refuses unknown numbers that JSON cannot write', () => {
    expect(faultPaths(aMessage(JSON.parse('{"note":[1e999]}') as Record<string, unknown>))).toEqual(['note']);
    expect(faultPaths(aMessage({ note: { a: NaN } }))).toEqual(['note']);
  });

  it('FO-01 never crashes on damaged XML', () => {
    const deep = `<flexOffer>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</flexOffer>`;
    expect(readFlexOfferXml(deep, readOptions()).ok).toBe(false);
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '<a>',
      '</a>',
      '&amp;',
      '&#0;',
      '<![CDATA[',
      ']]>',
      '<!--',
      'x',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const read = readFlexOfferXml(`<flexOffer>${pieces.join('')}</flexOffer>`, readOptions());
        expect(read.ok ? 0 : read.faults.length).toBeGreaterThan(0);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
