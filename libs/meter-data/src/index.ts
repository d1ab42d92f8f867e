export * from './meter-value.js';
export { wattHoursOf } from './energy.js';
export { E66Reader } from './e66/e66-reader.js';
