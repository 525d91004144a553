import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

/** Tests of the production build, and of this project's own checks. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: { include: ['e2e/build/**/*.test.ts'], environment: 'node', testTimeout: 120_000 },
});
