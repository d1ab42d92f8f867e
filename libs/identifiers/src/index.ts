export * from './derived-id.js';
export * from './schedule-id.js';
