// `npm test`: all checks, the journeys in a real browser, the README's commands, and the API contract over all of it.
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { CHECKS, clearResults, finish, runStep } from './steps.mjs';

ensureDependencies();
console.log(`Browser: ${ensureBrowser().path}`);
clearResults();
const steps = [
  ...CHECKS,
  { name: 'e2e', report: 'e2e.json' },
  { name: 'commands', report: 'commands.json' },
  { name: 'contract' },
];
finish(steps.map(runStep));
