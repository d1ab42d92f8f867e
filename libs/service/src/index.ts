export { STREAMED } from './http-server.js';
export * from './main-program.js';
export * from './open-api.js';
export * from './platform.js';
export * from './run-services.js';
export * from './service-definition.js';
