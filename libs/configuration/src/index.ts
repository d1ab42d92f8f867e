export * from './configuration.js';
export { ConfigurationError, readConfiguration } from './read-configuration.js';
