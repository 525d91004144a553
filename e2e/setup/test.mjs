// `npm test`: all checks, the journeys in a real browser, the README's commands, and the API contract over all of it.
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { BUILD_CHECKS, clearResults, finish, runSteps, STATIC_CHECKS, UNIT_TESTS } from './steps.mjs';

ensureDependencies();
console.log(`Browser: ${ensureBrowser().path}`);
clearResults();
const checks = await runSteps([UNIT_TESTS], [...STATIC_CHECKS, ...BUILD_CHECKS]);
const journeys = await runSteps([
  { name: 'e2e', report: 'e2e.json' },
  { name: 'commands', report: 'commands.json' },
  { name: 'contract' },
]);
finish([...checks, ...journeys]);
