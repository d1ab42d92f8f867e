export * from './readme-example.js';
export * from './test-platform.js';
