import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

const TESTS = '**/*.test.{ts,tsx}';
/**
 * Tests that leave no global state behind: they share one module graph per thread, which takes a fifth of the CPU time. Vitest
 * divides such files between threads beforehand, so long tests are not among them.
 */
const STATELESS = [
  `lib/{domain,getsales,messaging,outbox,services,vault}/${TESTS}`,
  'components/**/*.test.ts',
  `e2e/{sandbox,live}/${TESTS}`,
];
/** Among those folders, tests of half a minute. */
const LONG = ['lib/services/account/key-change.test.ts'];
/** Tests of what is on screen: jsdom, with the browser's storage in memory. */
const SCREENS = ['components/**/*.test.tsx'];

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    pool: 'threads',
    // A few files take half a minute each; use every core.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'stateless', include: STATELESS, exclude: LONG, isolate: false } },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: [`{lib,e2e}/${TESTS}`],
          exclude: [...STATELESS, 'e2e/{specs,build}/**'],
        },
      },
      { extends: true, test: { name: 'long', include: LONG } },
      {
        extends: true,
        test: {
          name: 'screens',
          include: SCREENS,
          environment: 'jsdom',
          isolate: false,
          setupFiles: ['components/testing/browser.ts'],
        },
      },
    ],
    environment: 'node',
    setupFiles: ['.config/vitest.setup.ts'],
    restoreMocks: true,
    // Only ends tests that hang; benchmarks measure speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
