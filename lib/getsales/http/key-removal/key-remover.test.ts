import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeKey } from '@/e2e/sandbox/access/keys';
import { createSandbox } from '@/e2e/sandbox/sandbox';
import { apiPath } from '../api-path';
import { createVirtualTime } from '../../testing/virtual-time';
import { createRateGate } from '../limits/rate-gate';
import { sharedTransport } from '../transport';
import { unscoped } from '../key-scope';
import { createRequest } from '../request';
import { createKeyRemover, KEY_PLACEHOLDER } from './key-remover';

const key = makeKey();
const [header = '', payload = '', signature = ''] = key.split('.');
const remover = createKeyRemover(key);

const hex = (text: string) => Buffer.from(text).toString('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const chars = (text: string, change: (code: number) => string) =>
  Array.from(text, (char) => change(char.charCodeAt(0))).join('');
const twoDigits = (code: number) => code.toString(16).padStart(2, '0');
const wideLetters = (text: string) =>
  text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

const ENCODINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters', (text) => text.toLowerCase()],
  ['percent-encoded', (text) => chars(text, (code) => `%${twoDigits(code)}`)],
  ['percent-encoded twice', (text) => chars(text, (code) => `%25${twoDigits(code)}`)],
  ['as decimal character references', (text) => chars(text, (code) => `&#${String(code)};`)],
  ['as hexadecimal character references', (text) => chars(text, (code) => `&#x${twoDigits(code)};`)],
  ['as escaped character references', (text) => chars(text, (code) => `&amp;#${String(code)};`)],
  ['with references for its signs', (text) => text.replaceAll('.', '&period;').replaceAll('_', '&lowbar;')],
  ['with JSON escapes within a text', (text) => chars(text, (code) => `\\u00${twoDigits(code)}`)],
  ['with JavaScript escapes', (text) => chars(text, (code) => `\\x${twoDigits(code)}`)],
  ['hexadecimal', hex],
  ['base64', base64],
  ['base64, one byte later', (text) => base64(` ${text}`)],
  ['base64, two bytes later', (text) => base64(`: ${text}`)],
  ['base64url', (text) => Buffer.from(text).toString('base64url')],
  ['base64 in lines of 20', (text) => base64(text).replace(/.{20}/gu, '$&\r\n')],
  ['with spaces', (text) => text.replace(/.{5}/gu, '$& ')],
  ['with line breaks', (text) => text.replace(/.{11}/gu, '$&\r\n\t')],
  ['with zero-width characters', (text) => text.replace(/.{3}/gu, '$&\u200b\u2060')],
  ['with soft hyphens and controls', (text) => text.replace(/.{4}/gu, '$&\u00ad\u0000')],
  ['with references for spaces', (text) => text.replace(/.{7}/gu, '$&&nbsp;&#8203;')],
  ['with escaped line breaks', (text) => text.replace(/.{7}/gu, '$&\\n')],
  ['with tags', (text) => text.replace(/.{6}/gu, '$&<wbr>')],
  ['in an attribute', (text) => `<a href="/x?token=${text}">x</a>`],
  ['in wide letters', wideLetters],
];

const PARTS: readonly (readonly [string, string])[] = [
  ['the key', key],
  ['the payload', payload],
  ['the signature', signature],
  ['the payload and the signature', `${payload}.${signature}`],
  ['its first half', key.slice(0, key.length / 2)],
  ['the first 20 characters of the payload', payload.slice(0, 20)],
  ['the last 20 characters of the payload', payload.slice(-20)],
  ['the first 20 characters of the signature', signature.slice(0, 20)],
  ['the last 16 characters', key.slice(-16)],
  ['16 characters from its middle', key.slice(120, 136)],
];

/** Every 16 characters that count as a part of the key. */
const FRAGMENTS = Array.from({ length: key.length - 15 }, (_, at) => key.slice(at, at + 16)).slice(header.length + 5);

/** Whether a text contains a part of the key in one of these encodings. Independent of how it is removed. */
function holdsFragment(text: string): boolean {
  const bare = text
    .replace(/<[^>]*>|[\s\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  const once = unescaped(text.normalize('NFKC'));
  const views = [text.toLowerCase(), bare, once, unescaped(once)].map((each) =>
    each.replace(/[\s\p{Cc}\p{Cf}]/gu, '').toLowerCase(),
  );
  const seen = (fragment: string) => {
    const inner = [0, 1, 2].map((at) =>
      base64('x'.repeat(at) + fragment)
        .slice(4, 20)
        .toLowerCase(),
    );
    const forms = [fragment.toLowerCase(), hex(fragment), ...inner];
    return forms.some((form) => views.some((view) => view.includes(form)));
  };
  return FRAGMENTS.some(seen);
}

function unescaped(text: string): string {
  return text
    .replace(/&amp;/giu, '&')
    .replace(/&nbsp;|\\n/gu, '')
    .replace(/%25/gu, '%')
    .replace(/&period;/gu, '.')
    .replace(/&lowbar;/gu, '_')
    .replace(/%([0-9a-f]{2})|&#x([0-9a-f]+);|\\u00([0-9a-f]{2})|\\x([0-9a-f]{2})/giu, (_, ...found: string[]) =>
      String.fromCharCode(Number.parseInt(found.slice(0, 4).find(Boolean) ?? '', 16)),
    )
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));
}

describe('the key in a text', () => {
  test.each(ENCODINGS.flatMap(([encoding, encode]) => PARTS.map(([part, text]) => [part, encoding, encode(text)])))(
    'is removed: %s, %s',
    (_part, _encoding, text) => {
      const cleaned = remover.text(`Bearer ${text} is not valid`);
      expect(cleaned).toContain(KEY_PLACEHOLDER);
      expect(holdsFragment(cleaned)).toBe(false);
    },
  );

  test('leaves the words around it unchanged', () => {
    expect(remover.text(`Bearer ${key} no`)).toBe(`Bearer ${KEY_PLACEHOLDER} no`);
    expect(remover.text(`${key}, ${base64(key.slice(60))}.`)).toMatch(
      /^\[key removed\], \S{0,4}\[key removed\]\S{0,4}\.$/u,
    );
    expect(remover.text(`<p title="${key}">No</p>`)).toBe(`<p title="${KEY_PLACEHOLDER}">No</p>`);
  });

  test('is removed from property names and at every level of JSON', () => {
    const answer = { error: { message: `Bearer ${key} no`, data: { [key]: [{ deep: key }, 1, null] } } };
    expect(remover.json(answer)).toEqual({
      error: {
        message: `Bearer ${KEY_PLACEHOLDER} no`,
        data: { [KEY_PLACEHOLDER]: [{ deep: KEY_PLACEHOLDER }, 1, null] },
      },
    });
  });
});

describe('a text without the key', () => {
  test.each([
    ['words', 'Head of Procurement, building fair supply chains & more: 100% of 5 < 6 > 4 \\o/'],
    [
      'another token with the same header',
      `https://cdn.test/a?token=${header}.eyJ1cmwiOiJhIn0.c2lnbmF0dXJlLW9mLXNvbWVib2R5`,
    ],
    ['a token that begins with the same claim', `${header}.${payload.slice(0, 19)}X.${'A'.repeat(43)}`],
    ['the tail that the options page shows', `…${key.slice(-4)}`],
    ['ids', 'ACoAACp1iE4BkDljYZmNF_LruU7P1fi1vvM4764 7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001'],
    ['markup', '<p>Hello <b>you</b> &amp; me&nbsp;&#8364;</p>'],
    ['broken escapes', '%zz%4 &#99999999; &#x110000; \\uD800 %'],
  ])('stays unchanged: %s', (_name, text) => {
    expect(remover.text(text)).toBe(text);
  });

  test('stays the same object', () => {
    const answer = { data: [{ name: 'Ana Duarte', about: 'Founder, gardener, slow reader.' }], total: 1 };
    expect(remover.json(answer)).toBe(answer);
  });

  test('stays unchanged, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(remover.json(value)).toBe(value);
      }),
    );
  });

  test('stays unchanged when there is no real key', () => {
    for (const short of ['', 'a.b.c', 'no key']) expect(createKeyRemover(short).text(`Bearer ${key}`)).toContain(key);
  });
});

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
