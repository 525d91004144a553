// Runs npm scripts one after another and counts the tests they report.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const ARTIFACTS = path.join(ROOT, 'artifacts');

/** Needs no browser; the same in `npm run check`, `npm test` and CI. */
export const CHECKS = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'format' },
  { name: 'boundaries' },
  { name: 'dead-code' },
  { name: 'unit', report: 'unit.json' },
  { name: 'build' },
  { name: 'artefact', report: 'artefact.json' },
];

const RESULTS = ['contract', 'e2e', 'commands', 'unit.json', 'artefact.json', 'e2e.json', 'commands.json'];

/** Removes the results of earlier runs; other artifacts, such as those of `npm start`, stay. */
export function clearResults() {
  for (const name of RESULTS) rmSync(path.join(ARTIFACTS, name), { recursive: true, force: true });
  mkdirSync(path.join(ARTIFACTS, 'contract'), { recursive: true });
}

/**
 * @param {{ readonly name: string, readonly report?: string, readonly args?: readonly string[] }} step
 * @returns {{ readonly name: string, readonly ok: boolean, readonly passed: number, readonly failed: number }}
 */
export function runStep({ name, report, args = [] }) {
  const isVitest = name === 'unit' || name === 'artefact';
  const reporters = isVitest
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${path.join(ARTIFACTS, report)}`]
    : [];
  const command = ['run', '--silent', name, '--', ...reporters, ...args];
  console.log(`\n▸ npm ${command.join(' ')}`);
  const start = performance.now();
  const { status } = spawnSync('npm', command, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CONTRACT_LEDGER: path.join(ARTIFACTS, 'contract'), NO_COLOR: '1' },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const ok = status === 0;
  console.log(`${ok ? 'ok' : 'FAILED'} ${name} (${seconds} s)`);
  return { name, ok, ...countIn(report) };
}

/** Reads the number of tests from Vitest's or Playwright's report. */
function countIn(report) {
  const file = report === undefined ? '' : path.join(ARTIFACTS, report);
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, stats } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: numPassedTests ?? stats?.expected ?? 0,
    failed: numFailedTests ?? (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
  };
}

/** Prints the total and ends the process. CI reads the last line. */
export function finish(results) {
  const broken = results.filter(({ ok }) => !ok);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(broken.length === 0 ? '\nAll checks passed.' : `\nFailed: ${broken.map(({ name }) => name).join(', ')}`);
  console.log(`${passed} passed, ${Math.max(failed, broken.length)} failed`);
  process.exit(broken.length === 0 ? 0 : 1);
}
