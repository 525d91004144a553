// Runs the project's own npm scripts one after another, says what runs, and counts what their tests reported.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
export const ARTIFACTS = path.join(root, 'artifacts');

/** Everything that needs no browser; the same here, in `npm test` and in CI. */
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

/** Starts with empty folders, so that every figure is of this run. */
export function freshArtifacts() {
  rmSync(ARTIFACTS, { recursive: true, force: true });
  mkdirSync(path.join(ARTIFACTS, 'contract'), { recursive: true });
}

/**
 * @param {{ readonly name: string, readonly report?: string, readonly args?: readonly string[] }} step
 * @returns {{ readonly name: string, readonly ok: boolean, readonly passed: number, readonly failed: number }}
 */
export function runStep({ name, report, args = [] }) {
  const vitest = report !== undefined && name !== 'e2e';
  const reporters = vitest
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${path.join(ARTIFACTS, report)}`]
    : [];
  const command = ['run', '--silent', name, '--', ...reporters, ...args];
  console.log(`\n▸ npm ${command.join(' ')}`);
  const begun = performance.now();
  const { status } = spawnSync('npm', command, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CONTRACT_LEDGER: path.join(ARTIFACTS, 'contract'), NO_COLOR: '1' },
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const ok = status === 0;
  console.log(`${ok ? 'ok' : 'FAILED'} ${name} (${seconds} s)`);
  return { name, ok, ...countIn(report) };
}

/** Vitest's and Playwright's own reports say how many tests ran. */
function countIn(report) {
  const file = report === undefined ? '' : path.join(ARTIFACTS, report);
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, stats } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: numPassedTests ?? stats?.expected ?? 0,
    failed: numFailedTests ?? (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
  };
}

/** Prints the sum and ends the process: the last line is the one that machines read. */
export function finish(results) {
  const broken = results.filter(({ ok }) => !ok);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(broken.length === 0 ? '\nEverything holds.' : `\nBroken: ${broken.map(({ name }) => name).join(', ')}`);
  console.log(`${passed} passed, ${Math.max(failed, broken.length)} failed`);
  process.exit(broken.length === 0 ? 0 : 1);
}
