export * from './trace.js';
export * from './structured-logger.js';
export * from './metrics.js';
