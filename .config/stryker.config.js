/** Mutation testing: `npm run mutation` adds the files to change, and where the results of earlier runs are. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // Coverage says which tests a mutant needs; to look for them once more in the imports takes longer than they do.
  vitest: { configFile: '.config/vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  incremental: true,
  tempDirName: '.cache/mutation/sandbox',
  // What no unit test of `lib` reads; the rest is copied for each run.
  ignorePatterns: ['.output', 'artifacts', 'e2e/specs', 'components'],
  reporters: ['progress-append-only'],
  // A mutant that loops for ever is caught by this limit, added to one and a half times the tests' usual time.
  timeoutMS: 10_000,
  disableTypeChecks: false,
};
