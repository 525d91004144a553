// `npm run commands`: runs every command that the README names, in a short form.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ARTIFACTS, ROOT } from './steps.mjs';

const FOLDER = path.join(ARTIFACTS, 'commands');
const PAGE = path.join(FOLDER, 'profile.html');

/** Not formatted until `npm run fix` has repaired it. It is here because the tools skip artifacts. */
const UNFORMATTED = path.join(ROOT, 'e2e/setup/unformatted.ts');

/** Command line after `npm`, what its output must contain, and a file that counts as its output. */
const SHORT_FORMS = {
  start: [`start -- --headless --pictures ${path.join(FOLDER, 'demo')}`, /5-sent\.png[^]*Done\./u],
  'run build': ['run build', /manifest\.json/u],
  'run fix': [`run fix -- ${path.relative(ROOT, UNFORMATTED)}`, /^export const planted = 'x';\n$/u, UNFORMATTED],
  'run dev': ['run dev', /Built and loaded again/u],
  'run pack': ['run pack', /\.zip \d+ bytes sha256 [0-9a-f]{64}/u],
  'run shots': [`run shots -- matched --folder ${path.join(FOLDER, 'shots')}`, /\d+ pictures in /u],
  'run read': [`run --silent read -- ${PAGE} https://www.linkedin.com/in/mira-okonkwo/`, /"slug": "mira-okonkwo"/u],
  'run bench': ['run bench -- --short', /people search[^]*outbox/u],
  'run mutants': ['run mutants -- --runs 40 --seed 1', /wrong names of profiles: 0/u],
  'run faults': ['run faults -- --runs 3 --seed 1', /Model: 3 runs[^]*Real browser: 3 runs/u],
  'run faults --mutants': ['run faults -- --mutants unencrypted', /Planted 1, caught 1/u],
  'run faults --catalogue': ['run faults -- --catalogue P18 M-4 N16 L1 D4', /5 proofs, 0 not caught/u],
  'run sandbox': ['run --silent sandbox -- --port 0', /^\{"url":.*"key":.*\}$/mu],
  'run live': ['run live', /^live: /mu],
  'run measure': ['run measure', /popup, first load/u],
  'run steps': ['run steps', /Message: from Send to the POST: \d+ files/u],
};

/** Commands that run in `npm test` anyway, that are `npm test`, or that take longer than it. */
const RUN_ELSEWHERE = ['test', 'run check', 'ci', 'run mutation'];

/** These run until they are stopped. */
const ENDLESS = ['run sandbox', 'run dev'];
/** A source file that is written again, unchanged, once the output of a command matches. */
const SAVED = { 'run dev': [/Watching/u, path.join(ROOT, 'lib/domain/backoff.ts')] };

ensureDependencies();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  PAGE,
  '<!doctype html><html lang="en"><title>Mira Okonkwo | LinkedIn</title><h1>Mira Okonkwo</h1></html>',
);

writeFileSync(UNFORMATTED, 'export   const planted="x"');

const named = namedCommands(readFileSync(path.join(ROOT, 'README.md'), 'utf8'));
const failures = named
  .filter((name) => !(name in SHORT_FORMS) && !RUN_ELSEWHERE.includes(name))
  .map((name) => `npm ${name}: the README names it, and e2e/setup/commands.mjs has no short form of it`);
for (const [name, [line, expected, file]] of Object.entries(SHORT_FORMS)) {
  const start = performance.now();
  const { code, output } = await run(line, ENDLESS.includes(name) ? expected : null, SAVED[name]);
  const ok = code === 0 && expected.test(file === undefined ? output : readFileSync(file, 'utf8'));
  console.log(`${ok ? 'ok' : 'FAILED'} npm ${line} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (!ok) failures.push(`npm ${line}: exit code ${code}\n${output}`);
}
rmSync(UNFORMATTED);
for (const failure of failures) console.error(failure);
const report = { numPassedTests: Object.keys(SHORT_FORMS).length - failures.length, numFailedTests: failures.length };
writeFileSync(path.join(ARTIFACTS, 'commands.json'), JSON.stringify(report));
process.exitCode = failures.length === 0 ? 0 : 1;

/** `start`, `run build` … : each command once, in the order of the README. */
function namedCommands(readme) {
  const lines = readme.matchAll(/\bnpm (?:(start|test|ci)\b|run (?:--silent )?([\w-]+))/gu);
  return [...new Set([...lines].map(([, own, script]) => own ?? `run ${script}`))];
}

/**
 * Runs `npm <line>`. With `until`, it is stopped once its output matches. `saved`: see SAVED.
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(line, until, saved) {
  return new Promise((resolve) => {
    const child = spawn('npm', line.split(' '), {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that stopping it stops what npm started.
      detached: until !== null,
      env: { ...process.env, GETSALES_API_KEY: '' },
    });
    let output = '';
    let isStopped = false;
    let pending = saved;
    const read = (chunk) => {
      output += String(chunk);
      if (pending?.[0].test(output)) {
        writeFileSync(pending[1], readFileSync(pending[1]));
        pending = undefined;
      }
      if (until === null || isStopped || !until.test(output)) return;
      isStopped = true;
      process.kill(-child.pid, 'SIGTERM');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => resolve({ code: isStopped ? 0 : code, output }));
  });
}
