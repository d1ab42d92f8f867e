/** Unit and property tests need nothing; *.db.spec.ts and test/ run against a real PostgreSQL that globalSetup starts. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/jest-transform.mjs' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test', '<rootDir>/bench'],
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testSequencer: '<rootDir>/tools/jest-longest-first.mjs',
  globalSetup: '<rootDir>/tools/jest-postgres.mjs',
  globalTeardown: '<rootDir>/tools/jest-postgres-stop.mjs',
  // Generous: a busy machine is not a defect.
  testTimeout: 30_000,
  maxWorkers: 2,
};
