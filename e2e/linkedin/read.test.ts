import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageKind } from '@/lib/domain/reading';
import { readSavedPage, type Answer } from './read-saved-page';
import { discoverSamples } from './samples/discover';

const root = path.resolve(import.meta.dirname, '../..');
const samples = await discoverSamples();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `npm run --silent read -- …`, without npm. */
function command(...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(
      path.join(root, 'node_modules/.bin/tsx'),
      ['e2e/linkedin/read.ts', ...args],
      { cwd: root },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

/** Without a process of its own, which takes most of the time. */
const readInProcess = (...args: readonly string[]): Promise<Answer> => readSavedPage(args);

/** The first sample of a kind, read as the command does. */
async function readFirst(kind: PageKind, read: (...args: readonly string[]) => Promise<Answer>) {
  const sample = samples.find(({ expected }) => expected.kind === kind);
  const file = path.join(folder, `${kind}.html`);
  await writeFile(file, sample?.html() ?? '');
  const { code, out } = await read(file, sample?.url ?? '');
  return { code, printed: JSON.parse(out), expected: sample?.expected };
}

it.each(['profile', 'profile-detail', 'sales-lead', 'recruiter', 'thread', 'unsettled'] as const)(
  'prints what is read off a saved page of the kind %s',
  async (kind) => {
    const { code, printed, expected } = await readFirst(kind, readInProcess);
    const { generation: _, people: __, ...said } = expected ?? {};
    expect(code).toBe(0);
    expect(printed).toEqual(said);
  },
);

it('prints everyone on a page of many', async () => {
  const { code, printed, expected } = await readFirst('people', command);
  expect(code).toBe(0);
  expect(printed).toMatchObject({ kind: 'people', people: expected?.people });
});

it('refuses an address without a person, with the reason', async () => {
  const { code, out, err } = await command('any.html', 'https://www.linkedin.com/feed/');
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: 'https://www.linkedin.com/feed/ names no person (not-a-person).\n',
  });
});
