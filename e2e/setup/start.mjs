// `npm start`: the whole main job with the production build, against a local GetSales and a local LinkedIn.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const run = (...args) =>
  spawnSync('npx', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

ensureDependencies();
ensureBrowser();
console.log('Building the extension as it would ship …');
process.exitCode = run('wxt', 'build', '--level', 'warn') || run('tsx', 'e2e/demo/demo.ts', ...process.argv.slice(2));
