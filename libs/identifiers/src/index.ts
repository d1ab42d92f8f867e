export * from './derived-id.js';
