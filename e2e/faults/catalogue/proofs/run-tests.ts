import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { endOf, type Ended } from '../../mutants/limited-process';

interface TestsRun extends Pick<Ended, 'isStopped' | 'printed'> {
  readonly passed: number;
  readonly failed: number;
  /** The first line of the first failure; empty without one. */
  readonly failure: string;
}

export interface FileRun extends TestsRun {
  readonly file: string;
}

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const PlaywrightReport = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number() }) });

/** Longer than the longest spec takes on a busy machine. */
const SPEC_LIMIT_MS = 900_000;

/** Runs the tests of a file whose full name matches the pattern. */
type Runner = (folder: string, file: string, pattern: string) => Promise<TestsRun>;

/**
 * Runs the tests of each of these files whose full name matches the pattern, in a copy of the project, each until its first
 * failure.
 */
export async function runTests(folder: string, files: readonly string[], pattern: string): Promise<readonly FileRun[]> {
  const built = files.some(needsBuild) ? await build(folder) : null;
  const runs: FileRun[] = [];
  for (const file of files) {
    const isRunnable = !needsBuild(file) || built?.code === 0;
    const run = isRunnable
      ? await runnerOf(file)(folder, file, pattern)
      : { ...NOT_RUN, printed: built?.printed ?? '' };
    runs.push({ ...run, file });
  }
  return runs;
}

const NOT_RUN: TestsRun = { passed: 0, failed: 0, failure: '', isStopped: false, printed: '' };
const isSpec = (file: string): boolean => file.startsWith('e2e/specs/');
const needsBuild = (file: string): boolean => isSpec(file) || file.startsWith('e2e/build/');

const build = (folder: string): Promise<Ended> =>
  runNode(folder, 'node_modules/wxt/bin/wxt.mjs', ['build', '--level', 'warn']);

function runnerOf(file: string): Runner {
  if (isSpec(file)) return playwright;
  return vitest(needsBuild(file) ? 'vitest.artefact.config' : 'vitest.config');
}

const reportIn = (folder: string): string => path.join(folder, 'report.json');

const vitest =
  (config: string): Runner =>
  async (folder, file, pattern) => {
    const report = reportIn(folder);
    const output = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
    const args = ['run', '--config', `.config/${config}.ts`, file, '-t', pattern, '--bail=1', ...output];
    const ended = await runNode(folder, 'node_modules/vitest/vitest.mjs', args);
    const found = await readReport(report);
    const counts = VitestReport.safeParse(found).data;
    const failure = failureIn(found, 'failureMessages');
    return { ...ended, failure, passed: counts?.numPassedTests ?? 0, failed: counts?.numFailedTests ?? 0 };
  };

const playwright: Runner = async (folder, file, pattern) => {
  const report = reportIn(folder);
  const config = '.config/playwright.config.ts';
  const args = ['test', '--config', config, file, '-g', pattern, '--max-failures=1', '--workers=1', '--reporter=json'];
  const ended = await runNode(folder, 'node_modules/@playwright/test/cli.js', args, {
    limitMs: SPEC_LIMIT_MS,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const found = await readReport(report);
  const counts = PlaywrightReport.safeParse(found).data?.stats;
  const failure = failureIn(found, 'error');
  return { ...ended, failure, passed: counts?.expected ?? 0, failed: counts?.unexpected ?? 0 };
};

interface RunOptions {
  readonly limitMs?: number;
  readonly env?: NodeJS.ProcessEnv;
}

function runNode(
  folder: string,
  script: string,
  args: readonly string[],
  { limitMs, env }: RunOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(folder, script), ...args], {
    cwd: folder,
    detached: true,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return endOf(child, limitMs);
}

/** Reads the report and removes it, so that the next run cannot leave it in place of its own. */
async function readReport(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => 'null');
  await rm(file, { force: true });
  return JSON.parse(text);
}

/** The first text below the first property of this name, in a report of any form. */
function failureIn(report: unknown, name: string): string {
  if (typeof report !== 'object' || report === null) return '';
  for (const [key, value] of Object.entries(report)) {
    const found = key === name ? firstText(value) : failureIn(value, name);
    if (found !== '') return found.split('\n')[0] ?? '';
  }
  return '';
}

function firstText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? (Object.values(value).map(firstText).find(Boolean) ?? '') : '';
}
