// `npm run check`: all checks that need no browser. `npm run check -- --changed [commit]`: those of the source, with the unit
// tests of what differs from a commit (the last one, if none is given).
import { ensureDependencies } from './ensure-dependencies.mjs';
import { BUILD_CHECKS, clearResults, finish, runSteps, STATIC_CHECKS, UNIT_TESTS } from './steps.mjs';

ensureDependencies();
clearResults();
finish(await run(process.argv.slice(2)));

function run([flag, commit = 'HEAD', ...rest]) {
  if (flag === undefined) return runSteps([UNIT_TESTS], [...STATIC_CHECKS, ...BUILD_CHECKS]);
  if (flag !== '--changed' || rest.length > 0) {
    console.error('npm run check takes no arguments but --changed [commit].');
    process.exit(1);
  }
  return runSteps([{ ...UNIT_TESTS, args: ['--changed', commit, '--passWithNoTests'] }], STATIC_CHECKS);
}
