import type { Storage } from '#persistence';
import { Device, GridNode, Participant, Token } from './entities.js';
import { Directory1763670000002 } from './migrations/1763670000002-directory.js';

export * from './access.js';
export * from './change-listener.js';
export * from './directory.js';
export * from './entities.js';
export * from './records.js';
export * from './token-secret.js';

export const directoryStorage: Storage = {
  schema: 'directory',
  entities: [Participant, Device, GridNode, Token],
  migrations: [Directory1763670000002],
};
