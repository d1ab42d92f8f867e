import type { MeterValue } from '../meter-value.js';
import { originOf, type KnownQuality } from './origin.js';
import type { ArrivingReading } from './reading-block.js';

const QUALITY: Readonly<Record<MeterValue['condition'], KnownQuality>> = {
  placeholder: 'placeholder',
  estimate: 'estimated',
  final: 'measured',
};

/** What a document of a grid operator says, as a reading of one direction; a final value that replaces is a correction. */
export function readingOf({
  interval,
  direction,
  energyWh,
  condition,
  isReplacement,
  createdAt,
}: MeterValue): ArrivingReading {
  const quality = condition === 'final' && isReplacement ? 'corrected' : QUALITY[condition];
  const origin = originOf('dso', quality, isReplacement);
  return direction === 'import'
    ? { interval, importWh: energyWh, origin, createdAt }
    : { interval, exportWh: energyWh, origin, createdAt };
}
