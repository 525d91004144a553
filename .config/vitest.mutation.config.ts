import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
/** The folder of `lib` that `npm run mutation` changes. */
const folder = process.env.MUTATED_FOLDER ?? '*';

/** What Stryker runs against each mutant of a folder: the tests of that folder alone, so that each one owns its behaviour. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    environment: 'node',
    include: [`lib/${folder}/**/*.test.ts`],
    setupFiles: ['.config/vitest.setup.ts'],
    restoreMocks: true,
    testTimeout: 120_000,
  },
});
