export * from './clock.js';
export * from './system-clock.js';
export * from './simulated-clock.js';
export * from './real-time.js';
