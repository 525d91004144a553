import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

const TESTS = '**/*.test.{ts,tsx}';
/**
 * Folders whose many short tests leave no global state behind: they share one module graph per thread, which halves their CPU
 * time. Vitest divides such files between threads beforehand, so the long tests of pages are not among them.
 */
const STATELESS = [
  `lib/{domain,getsales,messaging,outbox,services,vault}/${TESTS}`,
  'components/**/*.test.ts',
  `e2e/{sandbox,live}/${TESTS}`,
];
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
      {
        extends: true,
        test: { name: 'stateless', include: STATELESS, isolate: false, setupFiles: ['.config/vitest.stateless.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: [`{lib,components,e2e}/${TESTS}`],
          exclude: [...STATELESS, ...SCREENS, 'e2e/specs/**', 'e2e/build/**'],
        },
      },
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
    unstubGlobals: true,
    // Only ends tests that hang; benchmarks measure speed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
