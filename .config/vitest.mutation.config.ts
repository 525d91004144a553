import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type Reporter, type TestSpecification, type Vitest } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '..');
/** The folder of `lib` that `npm run mutation` changes. */
const folder = process.env.MUTATED_FOLDER ?? '*';

/** Runs the tests without the sandbox first: most mutants are caught before it is loaded. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usesSandbox = ({ moduleId }: TestSpecification): boolean =>
      /'@\/e2e|againstSandbox\(/u.test(readFileSync(moduleId, 'utf8'));
    const sorted = await super.sort(files);
    return [false, true].flatMap((isSlow) => sorted.filter((file) => usesSandbox(file) === isSlow));
  }
}

/**
 * Makes a module that a mutant keeps from loading an error of the run, which counts neither way. Stryker looks at tests only, so
 * it would say that none noticed.
 */
function importErrors(): Reporter {
  let vitest: Vitest | null = null;
  return {
    onInit(started) {
      vitest = started;
    },
    onTestModuleEnd(testModule) {
      for (const error of testModule.errors()) vitest?.state.catchError(error, 'Import Error');
    },
  };
}

/** What Stryker runs against each mutant of a folder: the tests of that folder alone, so that each one owns its behaviour. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    environment: 'node',
    include: [`lib/${folder}/**/*.test.ts`],
    // They repeat something some hundred times, or search megabytes: too long for every mutant.
    exclude: [
      'lib/services/account/key-change.test.ts',
      'lib/getsales/fuzz.test.ts',
      'lib/getsales/http/key-removal/any-answer.test.ts',
    ],
    // Reading the contract takes longer than a test; the tests of `getsales` hold the client to it.
    env: { CONTRACT: folder === 'getsales' ? 'on' : 'off' },
    // Stryker starts a new thread for each mutant; within it the files share their modules, for speed.
    pool: 'threads',
    isolate: false,
    sequence: { sequencer: QuickFirst },
    reporters: [importErrors()],
    setupFiles: ['.config/vitest.setup.ts', '.config/vitest.mutation.setup.ts'],
    restoreMocks: true,
    testTimeout: 120_000,
  },
});
