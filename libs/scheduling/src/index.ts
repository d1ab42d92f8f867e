export * from './clearing.js';
export { clear } from './clear.js';
export { clearingFaults } from './check/clearing-faults.js';
