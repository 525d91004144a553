// `npm run check`: everything that can be said without a browser.
import { ensureDependencies } from './ensure-dependencies.mjs';
import { CHECKS, finish, freshArtifacts, runStep } from './steps.mjs';

ensureDependencies();
freshArtifacts();
finish(CHECKS.map(runStep));
