export { removeCluster } from './cluster-files.js';
export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
export { systemErrorCode } from './system-error.js';
export { freePort } from './free-port.js';
