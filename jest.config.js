/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/tests/setUpRun.js',
  globalTeardown: '<rootDir>/tests/tearDownRun.js',
  testSequencer: '<rootDir>/tests/longestFirst.js',
  reporters: ['default', '<rootDir>/tests/closingLineReporter.js'],
  // Otherwise one core of two is left idle.
  maxWorkers: '100%',
  testTimeout: 20000,
};
