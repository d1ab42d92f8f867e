export * from './page.js';
export * from './instant-range.js';
