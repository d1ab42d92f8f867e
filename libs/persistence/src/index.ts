export * from './transaction.js';
export * from './database.js';
export * from './storage.js';
export * from './columns.js';
export * from './group-commit.js';
