export * from './time.js';
export * from './flex-offer.js';
export * from './result.js';
