import fc from 'fast-check';
import { formatInstant } from '../dialects/iso-instant.js';
import { instantOf, type IntervalIndex } from '../time.js';

/** For specs of the plain reader: messages as `JSON.parse` gives them. */
export type PlainJson = Record<string, unknown>;

const START = 1_964_000;

const timeForms: readonly ((interval: IntervalIndex) => string)[] = [
  (interval) => formatInstant(instantOf(interval)),
  (interval) => new Date(instantOf(interval)).toISOString(),
  (interval) => new Date(instantOf(interval)).toISOString().replace('Z', '+0000'),
];

const arbitraryKwh = fc.oneof(
  fc.integer({ min: -3000, max: 3000 }).map((wh) => wh / 1000),
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.constantFrom(0, -0, 1, 2.2366500000000045),
);

/** In order, and usually at least a watt-hour apart. */
const arbitraryPair = fc
  .tuple(arbitraryKwh, fc.constantFrom(0, 0.0005, 0.001, 0.5, 3))
  .map(([lower, width]): readonly [number, number] => [lower, lower + width]);

interface Choices {
  readonly form: 'specification' | 'demo-site' | 'market';
  readonly time: number;
  readonly given: 'time' | 'interval' | 'both';
  readonly window: number;
  readonly slices: readonly {
    readonly pair: readonly [number, number];
    readonly duration: number;
    readonly at: number;
  }[];
  readonly tariff: 'none' | 'same' | 'own';
  readonly total: boolean;
  readonly schedules: 'none' | 'default' | 'both';
  readonly names: boolean;
}

const arbitraryChoices: fc.Arbitrary<Choices> = fc.record({
  form: fc.constantFrom('specification', 'demo-site', 'market'),
  time: fc.nat({ max: timeForms.length - 1 }),
  given: fc.constantFrom('time', 'interval', 'both'),
  window: fc.nat({ max: 8 }),
  slices: fc.array(
    fc.record({
      pair: arbitraryPair,
      duration: fc.constantFrom(1, 1, 1, 1, 2, 3),
      at: fc.constantFrom(0, 0.5, 1),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  tariff: fc.constantFrom('none', 'same', 'same', 'own'),
  total: fc.boolean(),
  schedules: fc.constantFrom('none', 'default', 'default', 'both'),
  names: fc.boolean(),
});

/** For specs: an ordinary message without anything wrong in it. */
export const arbitraryPlainMessage: fc.Arbitrary<PlainJson> = arbitraryChoices.map(messageOf);

function messageOf(choices: Choices): PlainJson {
  const demo = choices.form === 'demo-site';
  const instant = (name: string, interval: IntervalIndex): PlainJson => ({
    ...(choices.given === 'interval' ? {} : { [`${name}Time`]: timeForms[choices.time]?.(interval) }),
    ...(choices.given === 'time' ? {} : { [`${name}Interval`]: interval }),
  });
  const length = choices.slices.reduce((sum, { duration }) => sum + duration, 0);
  return {
    id: demo ? null : 'fo-1',
    state: demo ? 'Initial' : 'offered',
    offeredById: 'p-1',
    ...(demo ? { locationId: {}, label: 'Trading FlexOffer', stateReason: null } : { locationID: 'z.a.cp1' }),
    ...(choices.form === 'specification' ? {} : { assignment: 'obligatory' }),
    ...(choices.names ? { stateReason: 'new', deviceId: 'd-1', flexibilityId: 'f-1' } : {}),
    numSecondsPerInterval: 900,
    ...instant('creation', START - 8),
    ...instant(demo ? 'acceptanceBefore' : 'acceptBefore', START - 4),
    ...instant('assignmentBefore', START - 2),
    ...instant('startAfter', START),
    ...instant('startBefore', START + choices.window),
    ...(demo
      ? { ...instant('endAfter', START + length), ...instant('endBefore', START + choices.window + length) }
      : {}),
    ...profileOf(choices),
    ...schedulesOf(choices, instant('start', START)),
  };
}

function profileOf({ form, slices, tariff, total }: Choices): PlainJson {
  const [low, high] = form === 'demo-site' ? ['lower', 'upper'] : ['lowerBound', 'upperBound'];
  const sumOf = (side: 0 | 1): number => slices.reduce((sum, { pair }) => sum + pair[side], 0);
  return {
    flexOfferProfileConstraints: slices.map(({ pair, duration }, index) => ({
      minDuration: duration,
      maxDuration: duration,
      energyConstraintList: [{ [low]: pair[0], [high]: pair[1] }],
      ...(tariff === 'none'
        ? {}
        : { tariffConstraint: { minTariff: -0.05, maxTariff: tariff === 'own' ? index : 0.344 } }),
    })),
    ...(form === 'demo-site' ? { flexOfferTariffConstraint: null } : {}),
    ...(total ? { totalEnergyConstraint: { lower: sumOf(0), upper: (sumOf(0) + sumOf(1)) / 2 } } : {}),
  };
}

function schedulesOf({ form, slices, schedules }: Choices, start: PlainJson): PlainJson {
  const schedule = {
    ...(form === 'demo-site' ? { scheduleId: 7, updateId: 0 } : {}),
    ...start,
    scheduleSlices: slices.map(({ pair, duration, at }) => ({
      duration,
      energyAmount: pair[0] + at * (pair[1] - pair[0]),
      ...(form === 'demo-site' ? { tariff: 0 } : {}),
    })),
  };
  return {
    ...(schedules === 'none' ? {} : { defaultSchedule: schedule }),
    ...(form === 'demo-site' ? { flexOfferSchedule: null } : {}),
    ...(schedules === 'both' ? { flexOfferSchedule: schedule } : {}),
  };
}

/** Values that a field may have instead of the right one. */
const arbitraryOddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    '1',
    ' 2 ',
    '-1',
    -1,
    0,
    1,
    900,
    0.5,
    1e10,
    1e300,
    'Assigned',
    'toString',
  ),
  fc.constantFrom<unknown>([], {}, [1], [1, 2], [[1]], { lower: 0, upper: 1 }, [{ lower: 0, upper: 1 }]),
  fc.constantFrom<unknown>(
    ...['2026-01-05T08:00:00Z', '2026-02-29T08:00:00Z', '2026-01-05T08:00:00+01:00', '2026-01-05T24:00:00Z'],
    ...['2026-01-05', '2026-01-05 08:00:00Z', '99999-01-05T08:00:00Z', '1969-12-31T23:59:59Z'],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Names that mean something somewhere, and names that mean nothing. */
const arbitraryName = fc.constantFrom(
  ...[
    'slices',
    'schedule',
    'assignment',
    'label',
    'unit',
    'multiplier',
    'id',
    'lower',
    'upper',
    'lowerBound',
  ],
  ...['upperBound', 'locationId', 'locationID', 'acceptBeforeTime', 'acceptanceBeforeInterval', 'startTime'],
  ...['endBeforeTime', 'endAfterInterval', 'priceConstraint', 'energyConstraint', 'totalEnergyConstraint'],
  ...[
    'subTotalEnergyConstraint',
    'TotalEnergyConstraints',
    'flexOfferPriceConstraints',
    'uncertainThreshold',
  ],
  ...[
    'durationSeconds',
    'costPerEnergyUnitLimit',
    'energyAmounts',
    'scheduleId',
    'updateId',
    'tariff',
    'minPrice',
  ],
  ...['numSecondsPerInterval', 'assignmentBeforeStart', 'note', '__proto__', 'constructor', 'toString', ''],
);

interface Change {
  readonly place: number;
  readonly kind: 'replace' | 'remove' | 'add' | 'repeat';
  readonly name: string;
  readonly value: unknown;
}

const arbitraryChange: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  name: arbitraryName,
  value: arbitraryOddValue,
});

/** For specs: an ordinary message with up to three of its fields, anywhere inside, changed, removed or joined by others. */
export const arbitraryOddMessage: fc.Arbitrary<unknown> = fc
  .tuple(arbitraryPlainMessage, fc.array(arbitraryChange, { minLength: 1, maxLength: 3 }))
  .map(([message, changes]) => changes.reduce<unknown>(changed, message));

/** Goes down from the whole message along `place`, read as a number whose digits choose a field on each level. */
function changed(json: unknown, { place, ...change }: Change): unknown {
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  const at = place % (entries.length + 1);
  const chosen = entries[at];
  if (chosen === undefined) return change.kind === 'add' ? withField(json, change) : json;
  const deeper = Math.floor(place / (entries.length + 1));
  const goesOn = typeof chosen[1] === 'object' && chosen[1] !== null && deeper % 4 !== 0;
  if (goesOn)
    return rebuilt(
      json,
      entries.with(at, [chosen[0], changed(chosen[1], { place: Math.floor(deeper / 4), ...change })]),
    );
  switch (change.kind) {
    case 'replace':
      return rebuilt(json, entries.with(at, [chosen[0], change.value]));
    case 'remove':
      return rebuilt(json, entries.toSpliced(at, 1));
    case 'repeat':
      return rebuilt(json, entries.toSpliced(at, 0, Array.isArray(json) ? chosen : [change.name, chosen[1]]));
    case 'add':
      return withField(json, change);
  }
}

function withField(json: unknown, { name, value }: Pick<Change, 'name' | 'value'>): unknown {
  return typeof json === 'object' && json !== null
    ? rebuilt(json, [...Object.entries(json), [name, value]])
    : value;
}

function rebuilt(like: unknown, entries: readonly (readonly [string, unknown])[]): unknown {
  return Array.isArray(like) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
