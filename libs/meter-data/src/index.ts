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
