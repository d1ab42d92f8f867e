import { parseInstant, type Instant } from '#flexoffer';
import { EARLIEST, SOURCES, registerName, wattHoursOf } from '#meter-data';
import type { MeterIndex } from '../registers/meter-index.js';
import { METER_ID, METER_ID_RULE } from './meter-id.js';

/** A row that is a register's value, or the rule that it breaks. */
export type ReadIndex =
  { readonly ok: true; readonly index: MeterIndex } | { readonly ok: false; readonly reason: string };

const FIELDS: ReadonlySet<string> = new Set([
  'meterId',
  'at',
  'register',
  'valueKwh',
  'maximumKwh',
  'transformerFactor',
  'meterNumber',
  'source',
  'createdAt',
]);
const MOST_KWH_DIGITS = 10;
const MOST_FACTOR = 1_000_000;
const METER_NUMBER = /^[\w ./-]{0,64}$/;

/** Checks a row of `POST /metering/v1/indexes`. @param now no register can have been read after it */
export function readIndex(row: unknown, now: Instant): ReadIndex {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return refused('must be an object');
  const fields = row as Readonly<Record<string, unknown>>;
  for (const name in fields) if (!FIELDS.has(name)) return refused(`${name} is not a field of an index`);
  const { meterId, transformerFactor = 1, meterNumber = '', source = 'meter' } = fields;
  if (typeof meterId !== 'string' || !METER_ID.test(meterId))
    return refused(`meterId must be ${METER_ID_RULE}`);
  const at = instant(fields['at'], now);
  if (typeof at === 'string') return refused(`at ${at}`);
  const register = typeof fields['register'] === 'string' ? registerName(fields['register']) : undefined;
  if (register === undefined || register === 'other')
    return refused('register must be the OBIS code of active energy, such as 1.8.0 or 2.8.1');
  const valueWh = energy(fields['valueKwh']);
  if (valueWh === undefined) return refused(`valueKwh must be ${ENERGY_RULE}`);
  const { maximumKwh } = fields;
  const rollOverWh = maximumKwh === undefined ? undefined : rollOver(maximumKwh);
  if (maximumKwh !== undefined && rollOverWh === undefined)
    return refused(`maximumKwh must be above 0 and ${ENERGY_RULE}`);
  if (rollOverWh !== undefined && valueWh > rollOverWh) return refused('valueKwh must be at most maximumKwh');
  if (!isFactor(transformerFactor))
    return refused(`transformerFactor must be a whole number from 1 to ${MOST_FACTOR}`);
  if (typeof meterNumber !== 'string' || !METER_NUMBER.test(meterNumber))
    return refused('meterNumber must be at most 64 letters, digits, spaces, dots, slashes or dashes');
  const knownSource = SOURCES.find((one) => one === source);
  if (knownSource === undefined) return refused(`source must be one of ${SOURCES.join(', ')}`);
  const createdAt = fields['createdAt'] === undefined ? undefined : instant(fields['createdAt'], now);
  if (typeof createdAt === 'string') return refused(`createdAt ${createdAt}`);
  const index = { meterId, register: register.name, at, meter: meterNumber, valueWh, source: knownSource };
  const range = rollOverWh === undefined ? {} : { rollOverWh };
  const creation = createdAt === undefined ? {} : { createdAt };
  return { ok: true, index: { ...index, factor: transformerFactor, ...range, ...creation } };
}

const refused = (reason: string): ReadIndex => ({ ok: false, reason });

/** @returns in words what is wrong, if it is */
function instant(value: unknown, now: Instant): Instant | string {
  const parsed = typeof value === 'string' ? parseInstant(value) : undefined;
  if (parsed === undefined) return 'must be an ISO 8601 instant with its offset';
  if (parsed > now) return 'is in the future';
  return parsed < EARLIEST ? 'is before 1995' : parsed;
}

const ENERGY_RULE = 'a number of kWh from 0 on, with at most three places';

function energy(value: unknown): number | undefined {
  return typeof value === 'number' || typeof value === 'string'
    ? wattHoursOf(String(value), MOST_KWH_DIGITS)
    : undefined;
}

const NINES = /^9+(?:\.(9+))?$/;

/**
 * How much a register counts until it shows 0 again. A maximum of nines alone is the last value that it shows, and the
 * next step is 0: 999999.99 counts 1,000,000 kWh. Any other maximum is that amount itself.
 */
function rollOver(maximum: unknown): number | undefined {
  const wh = energy(maximum);
  const nines = NINES.exec(String(maximum));
  if (wh === undefined || wh === 0) return undefined;
  return nines === null ? wh : wh + 10 ** (3 - (nines[1] ?? '').length);
}

const isFactor = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_FACTOR;
