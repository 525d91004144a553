// Runs npm scripts and counts the tests they report.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const ARTIFACTS = path.join(ROOT, 'artifacts');

/** The same in `npm run check`, `npm test` and CI. They run beside the unit tests, on the other core. */
export const STATIC_CHECKS = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'format' },
  { name: 'boundaries' },
  { name: 'dead-code' },
];
export const BUILD_CHECKS = [{ name: 'build' }, { name: 'artefact', report: 'artefact.json' }];
export const UNIT_TESTS = { name: 'unit', report: 'unit.json' };

const RESULTS = ['contract', 'e2e', 'commands', 'unit.json', 'artefact.json', 'e2e.json', 'commands.json'];

/** Removes the results of earlier runs; other artifacts, such as those of `npm start`, stay. */
export function clearResults() {
  for (const name of RESULTS) rmSync(path.join(ARTIFACTS, name), { recursive: true, force: true });
  mkdirSync(path.join(ARTIFACTS, 'contract'), { recursive: true });
}

/**
 * @typedef {{ readonly name: string, readonly report?: string, readonly args?: readonly string[] }} Step
 * @typedef {{ readonly name: string, readonly ok: boolean, readonly passed: number, readonly failed: number }} StepResult
 */

/**
 * Runs lists of steps side by side, each list in its order. The first list prints as it goes, the others a step at a time.
 * @param {readonly (readonly Step[])[]} lists
 * @returns {Promise<readonly StepResult[]>}
 */
export async function runSteps(...lists) {
  const runs = lists.map(async (steps, index) => {
    const results = [];
    for (const step of steps) results.push(await runStep(step, index === 0));
    return results;
  });
  return (await Promise.all(runs)).flat();
}

async function runStep({ name, report, args = [] }, isLive) {
  const isVitest = name === 'unit' || name === 'artefact';
  const reporters = isVitest
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${path.join(ARTIFACTS, report)}`]
    : [];
  const command = ['run', '--silent', name, '--', ...reporters, ...args];
  const heading = `\n▸ npm ${command.join(' ')}`;
  if (isLive) console.log(heading);
  const start = performance.now();
  const { status, output } = await npm(command, isLive);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const ok = status === 0;
  console.log(`${isLive ? '' : `${heading}\n${output}`}${ok ? 'ok' : 'FAILED'} ${name} (${seconds} s)`);
  return { name, ok, ...countIn(report) };
}

/** What it prints is returned, unless it is live: then it appears at once. */
function npm(command, isLive) {
  return new Promise((resolve) => {
    const child = spawn('npm', command, {
      cwd: ROOT,
      stdio: ['inherit', isLive ? 'inherit' : 'pipe', isLive ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, CONTRACT_LEDGER: path.join(ARTIFACTS, 'contract'), NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => resolve({ status: 1, output: String(error) }));
    child.once('close', (status) => resolve({ status, output }));
  });
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
