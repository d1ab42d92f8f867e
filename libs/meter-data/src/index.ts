export * from './meter-value.js';
export { wattHoursOf } from './energy.js';
export { E66Reader } from './e66/e66-reader.js';
export {
  registerEnergies,
  type Register,
  type RegisterReading,
  type RegisterStretch,
} from './registers/register-energies.js';
export * from './readings/origin.js';
export {
  DIRECTIONS,
  INTERVALS_A_BLOCK,
  type ArrivingReading,
  type Direction,
  type ReadingBlock,
} from './readings/reading-block.js';
export { MeterDay, type ReadingOutcome } from './readings/meter-day.js';
export { countingBlocks, type CountingBlocks } from './readings/counting-blocks.js';
export { settlingValues, type SettlingValues } from './readings/settling-values.js';
export { versions } from './readings/versions.js';
export { readingOf } from './readings/reading-of.js';
export { EARLIEST } from './quarter-hours.js';
export { registerName, type RegisterName } from './registers/register-name.js';
export { countingIndex, isSaid, type IndexReading, type KnownIndex } from './registers/index-reading.js';
export { directionStretches, type ReadRegister } from './registers/direction-stretches.js';
export {
  LONGEST_EVEN_SPREAD_MS,
  quarterEnergies,
  quartersBetween,
  type QuarterEnergy,
} from './registers/quarter-energies.js';
export { ESL_ROOT, EslReader, type EslItem, type EslValue } from './esl/esl-reader.js';
export type { Finding, ValidatedCurve, ValidationRule } from './validation/finding.js';
export { VALIDATION_RULES, validate } from './validation/validate.js';
export { ESTIMATION_RULES, type Estimate } from './estimation/estimate.js';
export { estimateMissing } from './estimation/estimate-missing.js';
export { localTime } from './estimation/local-clock.js';
