import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '..');
/** The folder of `lib` that `npm run mutation` changes. */
const folder = process.env.MUTATED_FOLDER ?? '*';

/** Runs the tests without the sandbox first: most mutants are caught before it is loaded. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usesSandbox = ({ moduleId }: TestSpecification): boolean => readFileSync(moduleId, 'utf8').includes("'@/e2e");
    const sorted = await super.sort(files);
    return [false, true].flatMap((isSlow) => sorted.filter((file) => usesSandbox(file) === isSlow));
  }
}

/** What Stryker runs against each mutant of a folder: the tests of that folder alone, so that each one owns its behaviour. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    environment: 'node',
    include: [`lib/${folder}/**/*.test.ts`],
    // It repeats each action some hundred times, for a minute: too long for every mutant.
    exclude: ['lib/services/account/key-change.test.ts'],
    // Reading the contract takes longer than a test; the tests of `getsales` hold the client to it.
    env: { CONTRACT: folder === 'getsales' ? 'on' : 'off' },
    // Stryker starts a new thread for each mutant; within it the files share their modules, for speed.
    pool: 'threads',
    isolate: false,
    sequence: { sequencer: QuickFirst },
    setupFiles: ['.config/vitest.setup.ts', '.config/vitest.mutation.setup.ts'],
    restoreMocks: true,
    testTimeout: 120_000,
  },
});
