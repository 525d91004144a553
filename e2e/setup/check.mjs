// `npm run check`: all checks but the journeys and commands of `npm test`. `npm run check -- --changed [commit]`: those of the
// source, with the unit tests of what differs from a commit (the last one, if none is given).
import { ensureDependencies } from './ensure-dependencies.mjs';
import { BUILD_CHECKS, clearResults, finish, runSteps, STATIC_CHECKS, UNIT_TESTS } from './steps.mjs';

/** Tests that read the source as text: imports do not show what they depend on. */
const READ_SOURCE = [
  'catalogue/table/catalogue.test.ts',
  'catalogue/worlds.test.ts',
  'mutants/plant.test.ts',
  'i18n/page-texts.test.ts',
];

ensureDependencies();
clearResults();
finish(await run(process.argv.slice(2)));

function run([flag, commit = 'HEAD', ...rest]) {
  if (flag === undefined) return runSteps([UNIT_TESTS], [...STATIC_CHECKS, ...BUILD_CHECKS]);
  if (flag !== '--changed' || rest.length > 0) {
    console.error('npm run check takes no arguments but --changed [commit].');
    process.exit(1);
  }
  const changed = { ...UNIT_TESTS, args: ['--changed', commit, '--passWithNoTests'] };
  return runSteps([changed, { ...UNIT_TESTS, args: READ_SOURCE }], STATIC_CHECKS);
}
