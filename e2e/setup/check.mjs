// `npm run check`: all checks that need no browser. `npm run check -- --changed [commit]`: those of the source, with the unit
// tests of what differs from a commit (the last one, if none is given).
import { ensureDependencies } from './ensure-dependencies.mjs';
import { CHECKS, clearResults, finish, runStep } from './steps.mjs';

ensureDependencies();
clearResults();
finish(stepsOf(process.argv.slice(2)).map(runStep));

function stepsOf([flag, commit = 'HEAD', ...rest]) {
  if (flag === undefined) return CHECKS;
  if (flag !== '--changed' || rest.length > 0) {
    console.error('npm run check takes no arguments but --changed [commit].');
    process.exit(1);
  }
  return CHECKS.filter(({ name }) => name !== 'build' && name !== 'artefact').map((step) =>
    step.name === 'unit' ? { ...step, args: ['--changed', commit, '--passWithNoTests'] } : step,
  );
}
