export * from './schema-pipe.js';
export * from './class-pipe.js';
