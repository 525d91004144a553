import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSandbox } from '@/e2e/sandbox/sandbox';
import { apiPath } from '../api-path';
import { chars, ENCODINGS, holdsFragment, key } from '../../testing/repeated-key';
import { createVirtualTime } from '../../testing/virtual-time';
import { createRateGate } from '../limits/rate-gate';
import { sharedTransport } from '../transport';
import { unscoped } from '../key-scope';
import { createRequest } from '../request';
import { createKeyRemover, KEY_PLACEHOLDER } from './key-remover';

const remover = createKeyRemover(key);

test('the key is found anywhere in a long text', () => {
  fc.assert(
    fc.property(fc.nat(40_000), fc.constantFrom(...ENCODINGS.map(([, encode]) => encode)), (at, encode) => {
      const cleaned = remover.text(`${'word '.repeat(at / 5)} ${encode(key)} ${'word '.repeat(4_000)}`);
      expect(cleaned).toContain(KEY_PLACEHOLDER);
      expect(holdsFragment(cleaned)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('the results of requests contain no part of the key, wherever and however GetSales repeats it', async () => {
  const place = fc.record({
    field: fc.constantFrom('message', 'name', 'data', 'reason', 'text'),
    before: fc.string({ maxLength: 30 }),
    after: fc.string({ maxLength: 30 }),
    asName: fc.boolean(),
    encode: fc.constantFrom(...ENCODINGS.map(([, encode]) => encode)),
    from: fc.nat(key.length - 36),
    length: fc.integer({ min: 36, max: key.length }),
    status: fc.constantFrom(200, 201, 400, 403, 422, 500),
    type: fc.constantFrom('application/json', 'text/html'),
  });
  await fc.assert(
    fc.asyncProperty(place, async ({ field, before, after, asName, encode, from, length, status, type }) => {
      const part = `${before} ${encode(key.slice(from, from + length))} ${after}`;
      const error = asName ? { [part]: ['x'] } : { [field]: part };
      const text =
        type === 'text/html' ? `<h1>No</h1>${part}` : JSON.stringify({ error, data: [part, { [field]: part }] });
      const result = await requestAnswered(
        text,
        status,
        type,
      )({ method: 'POST', path: apiPath`/leads/api/lists`, mode: 'once' });
      for (const each of textsOf(result)) expect(holdsFragment(each)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a large answer with many texts, or one long text, is searched fast enough', async () => {
  const sandbox = createSandbox({ now: () => Date.UTC(2026, 10, 23, 12) });
  const page = await sandbox.fetch('https://amazing.getsales.io/leads/api/lists', {
    headers: { authorization: `Bearer ${sandbox.key}` },
  });
  const row: unknown = await page.json();
  const answer = Array.from({ length: 5_000_000 / JSON.stringify(row).length }, () => structuredClone(row));
  expect(remover.json(answer)).toBe(answer);
  const hostile = `${'a<b '.repeat(1_000_000)}${key}${' x'.repeat(9_000)}${chars(key, (code) => `&#${String(code)};`)}`;
  expect(remover.text(hostile)).toMatch(/^(?:a<b )+\[key removed\](?: x)+\[key removed\]$/u);
});

function requestAnswered(text: string, status: number, type: string) {
  const time = createVirtualTime();
  const fetch = () => Promise.resolve(new Response(text, { status, headers: { 'content-type': type } }));
  return createRequest({
    ...time,
    ...createRateGate(time),
    fetch,
    openTransport: () => Promise.resolve(sharedTransport(fetch)),
    key: () => Promise.resolve(key),
    origin: 'https://amazing.getsales.io',
    random: () => 0.5,
    timeout: () => new AbortController().signal,
    isOnline: () => true,
    onKeyRejected: () => undefined,
    onRequest: () => undefined,
    scope: unscoped,
  });
}

/** All texts and names in a value. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsOf(each)]);
}
