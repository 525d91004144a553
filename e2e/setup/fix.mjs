// `npm run fix [-- PATH…]`: repairs what lint can repair, then the format. Without paths, everywhere.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';

ensureDependencies();
const given = process.argv.slice(2);
const paths = given.length === 0 ? ['.'] : given;
const run = (...args) =>
  spawnSync('npx', args, {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status ?? 1;

// Formats even when lint found something that it cannot repair.
const lint = run('eslint', '--config', '.config/eslint.config.js', '--fix', ...paths);
process.exitCode = run('prettier', '--write', '--log-level=warn', ...paths) || lint;
