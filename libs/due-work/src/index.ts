import type { Storage } from '#persistence';
import { DueItem } from './due-item.entity.js';
import { DueItems1763670000001 } from './migrations/1763670000001-due-items.js';

export * from './due-work.js';

export const dueWorkStorage: Storage = {
  schema: 'due_work',
  entities: [DueItem],
  migrations: [DueItems1763670000001],
};
