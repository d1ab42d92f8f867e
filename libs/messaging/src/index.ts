export * from './durable-transport.js';
export * from './message-context.js';
export * from './outbox.js';
export * from './storage.js';
export * from './wake-ups.js';
export type { QueueConnection } from './queue-backend.js';
