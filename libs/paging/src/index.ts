export * from './page.js';
export * from './instant-range.js';
export * from './list-query.dto.js';
