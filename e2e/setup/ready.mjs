// `node e2e/setup/ready.mjs [build] [browser]`: what an npm script needs before it can run on a fresh clone. Silent when
// everything is there.
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';

const needs = process.argv.slice(2);
ensureDependencies();
if (needs.includes('browser')) ensureBrowser();
if (needs.includes('build')) ensureBuild();
