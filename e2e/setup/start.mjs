// `npm start`: the whole product with the production build, against a local GetSales and a local LinkedIn.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureBuild } from './ensure-build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';

ensureDependencies();
console.log(`Browser: ${ensureBrowser().path}`);
ensureBuild();
const { status } = spawnSync('npx', ['tsx', 'e2e/demo/demo.ts', ...process.argv.slice(2)], {
  cwd: path.resolve(import.meta.dirname, '../..'),
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
