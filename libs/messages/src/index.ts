export * from './aggregates.js';
export * from './contracts.js';
export * from './flexoffers.js';
export * from './orders.js';
export * from './trades.js';
export * from './replanning.js';
export * from './topics.js';
