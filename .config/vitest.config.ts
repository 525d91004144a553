import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['{lib,components,e2e}/**/*.test.{ts,tsx}'],
    exclude: ['e2e/specs/**', 'e2e/build/**'],
    environment: 'node',
    setupFiles: ['.config/vitest.setup.ts'],
    restoreMocks: true,
    // A few files take half a minute each; use every core.
    maxWorkers: '100%',
    // Only ends tests that hang; benchmarks measure speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
