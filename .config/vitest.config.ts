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
    // One file's pages keep one core busy for half a minute; the others need not wait for it.
    maxWorkers: '100%',
    // How long something may take is for benchmarks to say; this only ends what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
