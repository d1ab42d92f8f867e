export * from './schema-pipe.js';
export * from './class-pipe.js';
export * from './open-api-schema.js';
