// `npm run mutation [folder …] [--concurrency N]`: Stryker changes each folder of `lib` below in turn, and its own tests must notice.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { scoreOf } from './report';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['domain', 'services', 'outbox', 'vault', 'messaging', 'getsales'];
/** Percent that each folder's tests must catch. */
const REQUIRED = 90;

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: 'string', default: '2' } },
});
const unknown = named.filter((name) => !FOLDERS.includes(name));
if (unknown.length > 0) {
  console.error(`Not a folder with mutation tests: ${unknown.join(', ')}. There are ${FOLDERS.join(', ')}.`);
  process.exit(1);
}

const scores = (named.length > 0 ? named : FOLDERS).map((folder) => ({ folder, ...run(folder) }));
for (const { folder, survivors } of scores) {
  for (const { file, line, code, change } of survivors) console.log(`${folder}: ${file}:${line} ${code} → ${change}`);
}
for (const { folder, mutants, caught } of scores)
  console.log(`${folder.padEnd(10)} ${caught} % of ${mutants} mutants caught`);
const low = scores.filter(({ caught }) => caught < REQUIRED);
if (low.length > 0) console.error(`Below ${REQUIRED} %: ${low.map(({ folder }) => folder).join(', ')}`);
process.exit(low.length > 0 ? 1 : 0);

/** Runs what changed since the last run; the report is Stryker's record of both. */
function run(folder: string): ReturnType<typeof scoreOf> {
  const record = path.join(ROOT, `.cache/mutation/${folder}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
      'run',
      '.config/stryker.config.js',
      '--mutate',
      `lib/${folder}/**/*.ts,!lib/${folder}/**/*.test.ts,!lib/${folder}/**/testing/**`,
      '--incrementalFile',
      record,
      '--concurrency',
      values.concurrency,
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, MUTATED_FOLDER: folder } },
  );
  if (status !== 0 || !existsSync(record)) {
    console.error(`Stryker failed in lib/${folder}.`);
    process.exit(1);
  }
  return scoreOf(JSON.parse(readFileSync(record, 'utf8')));
}
