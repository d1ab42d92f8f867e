import type { Instant } from '#flexoffer';
import { wattHoursOf } from '../energy.js';
import { refusal, type MeterCondition, type MeterDirection, type MeterItem } from '../meter-value.js';
import { quarterHours, type QuarterHours } from '../quarter-hours.js';

/** One row of a `MeteringData`, as it stands in the document. */
export interface Observation {
  readonly line: number;
  readonly sequence: string;
  readonly volume: string;
  /** Empty: none. */
  readonly condition: string;
}

/** A `MeteringData` as it stands in the document; empty where something is missing. */
export interface MeteringData {
  readonly line: number;
  readonly documentId: string;
  readonly start: string;
  readonly end: string;
  readonly resolution: string;
  readonly resolutionUnit: string;
  readonly meteringPoint: string;
  readonly direction: MeterDirection;
  readonly product: string;
  readonly unit: string;
  readonly observations: readonly Observation[];
}

/** What the head of a document says of all its values. */
export interface E66Document {
  readonly createdAt: Instant;
  readonly isReplacement: boolean;
}

/** Active energy. */
const PRODUCT = '8716867000030';
const METERING_POINT = /^CH[0-9A-Z]{31}$/;
/** A re-send covers a month at most; a year is certainly a mistake. */
const MOST_QUARTER_HOURS = 366 * 100;

const CONDITIONS: Readonly<Record<string, MeterCondition>> = {
  '': 'final',
  '21': 'placeholder',
  '56': 'estimate',
};

/** The values of one metering point, direction and period, and a refusal for everything that is wrong. */
export function readMeteringData(data: MeteringData, document: E66Document, now: Instant): MeterItem[] {
  const period = quarterHours(data.start, data.end, now);
  const faults = [...headFaults(data), ...(typeof period === 'string' ? [period] : [])];
  if (typeof period === 'string' || faults.length > 0)
    return faults.map((fault) => refusal(data.line, `MeteringData: ${fault}`));
  return readObservations(data, period, document);
}

function headFaults(data: MeteringData): string[] {
  const rules: [boolean, string][] = [
    [METERING_POINT.test(data.meteringPoint), 'VSENationalID must be CH and 31 letters or digits'],
    [data.documentId !== '', 'DocumentID is missing'],
    [data.resolution === '15' && data.resolutionUnit === 'MIN', 'Resolution must be 15 MIN'],
    [data.product === PRODUCT, `Product must be ${PRODUCT}, active energy`],
    [data.unit === 'KWH', 'MeasureUnit must be KWH'],
  ];
  return rules.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function readObservations(
  data: MeteringData,
  { first, end }: QuarterHours,
  document: E66Document,
): MeterItem[] {
  const count = end - first;
  if (count > MOST_QUARTER_HOURS)
    return [refusal(data.line, `MeteringData: ${count} quarter-hours are more than a year`)];
  const { meteringPoint, direction, documentId } = data;
  const seen = new Set<number>();
  const items = data.observations.map((observation): MeterItem => {
    const { line } = observation;
    const sequence = /^\d{1,6}$/.test(observation.sequence) ? Number(observation.sequence) : 0;
    if (sequence < 1 || sequence > count)
      return refusal(line, `Sequence ${observation.sequence} is not between 1 and ${count}`);
    if (seen.has(sequence)) return refusal(line, `Sequence ${sequence} was there before`);
    seen.add(sequence);
    const energyWh = wattHoursOf(observation.volume);
    if (energyWh === undefined)
      return refusal(
        line,
        `Volume ${observation.volume} is not a number of kWh from 0 on, with at most three places`,
      );
    const condition = CONDITIONS[observation.condition];
    if (condition === undefined) return refusal(line, `Condition ${observation.condition} is not known`);
    if (condition === 'placeholder' && energyWh !== 0)
      return refusal(line, `Condition 21 is a placeholder, but its Volume is ${observation.volume}`);
    const interval = first + sequence - 1;
    const source = { ...document, documentId, line };
    return { kind: 'value', value: { meteringPoint, direction, interval, energyWh, condition, ...source } };
  });
  return [
    ...items,
    ...missing(seen, count).map((range) => refusal(data.line, `Sequence ${range} is missing`)),
  ];
}

/** `7` or `7 to 12`, for each gap. */
function missing(seen: ReadonlySet<number>, count: number): string[] {
  const gaps: string[] = [];
  for (let sequence = 1; sequence <= count; sequence += 1) {
    if (seen.has(sequence)) continue;
    const from = sequence;
    while (sequence < count && !seen.has(sequence + 1)) sequence += 1;
    gaps.push(from === sequence ? `${from}` : `${from} to ${sequence}`);
  }
  return gaps;
}
