// `npm test`: the set-up of a bare machine, all checks, the journeys in a real browser, and the contract over all of it.
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { CHECKS, finish, freshArtifacts, runStep } from './steps.mjs';

ensureDependencies();
ensureBrowser();
freshArtifacts();
finish([...CHECKS, { name: 'e2e', report: 'e2e.json' }, { name: 'contract' }].map(runStep));
