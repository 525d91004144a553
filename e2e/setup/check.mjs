// `npm run check`: all checks that need no browser.
import { ensureDependencies } from './ensure-dependencies.mjs';
import { CHECKS, clearResults, finish, runStep } from './steps.mjs';

ensureDependencies();
clearResults();
finish(CHECKS.map(runStep));
