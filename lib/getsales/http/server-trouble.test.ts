import { describe, expect, test } from 'vitest';
import { againstSandbox, errorOf, valueOf } from '../testing/against-sandbox';
import { until } from '../testing/virtual-time';

const { sandbox, time, client, meets, asked } = againstSandbox();
const LISTS = '/leads/api/lists';

describe('a read', () => {
  test.each([500, 502, 503, 504, 408, 425])('is tried four times after a %i, with growing jitter', async (status) => {
    meets(LISTS, { status }, 4);
    expect(errorOf(await client().lists())).toEqual({ code: 'server-trouble', status });
    expect(asked()).toHaveLength(4);
    expect(time().waits).toEqual([250, 500, 1_000]);
  });

  test.each(['reset-unread', 'reset-before', 'reset-after'] as const)(
    'succeeds on the next attempt after %s',
    async (connection) => {
      meets(LISTS, { connection });
      expect(valueOf(await client().lists()).lists).toHaveLength(12);
      expect(asked()).toHaveLength(2);
    },
  );

  test('succeeds on the next attempt after an incomplete body', async () => {
    meets(LISTS, { body: { kind: 'cut' } });
    expect(valueOf(await client().lists()).lists).toHaveLength(12);
  });

  test('succeeds on the next attempt after an empty 200, which is never an empty list', async () => {
    meets(LISTS, { body: { kind: 'empty' } }, 2);
    expect(valueOf(await client().lists()).lists).toHaveLength(12);
    meets(LISTS, { body: { kind: 'empty' } }, 4);
    expect(errorOf(await client().lists())).toEqual({ code: 'unreadable-answer', status: 200 });
  });

  test('waits after a 503 as long as GetSales says, but not for minutes', async () => {
    meets(LISTS, { status: 503, headers: { 'retry-after': '2' } });
    expect(valueOf(await client().lists()).lists).toHaveLength(12);
    expect(time().waits).toEqual([2_000]);
    meets(LISTS, { status: 503, headers: { 'retry-after': '120' } });
    expect(errorOf(await client().lists())).toEqual({ code: 'server-trouble', status: 503 });
  });

  test.each([
    ['a login page', { kind: 'html', text: '<!doctype html><title>Sign in</title>' } as const],
    ['a cut text', { kind: 'truncated' } as const],
    ['JSON and more', { kind: 'malformed' } as const],
    ['fifty megabytes', { kind: 'huge', bytes: 50_000_000 } as const],
    ['a hundred thousand levels', { kind: 'deep', depth: 100_000 } as const],
    ['UTF-16', { kind: 'bytes', base64: Buffer.from('{"data":[]}', 'utf16le').toString('base64') } as const],
    ['another shape', { kind: 'json', value: { rows: [] } } as const],
    ['plain text', { kind: 'text', text: 'OK', type: 'text/plain' } as const],
  ])('fails at once on a 200 with %s, and never returns an empty list', async (_what, body) => {
    meets(LISTS, { body });
    expect(errorOf(await client().lists())).toEqual({ code: 'unreadable-answer', status: 200 });
    expect(asked()).toHaveLength(1);
  });

  test('accepts a byte order mark', async () => {
    meets(LISTS, { body: { kind: 'text', text: '\uFEFF{"data":[],"total":0}' } });
    expect(valueOf(await client().lists())).toEqual({ lists: [], more: false });
  });

  test.each([301, 302, 303, 307, 308])('does not follow a %i', async (status) => {
    meets(LISTS, { status, headers: { location: `${sandbox().url}/id/api/users/current` } }, 9);
    expect(errorOf(await client().lists())).toEqual({ code: 'unreachable', why: 'network' });
    expect(new Set(asked())).toEqual(new Set([`GET ${LISTS}`]));
  });
});

describe('a failing service', () => {
  test('gets no requests after five failures, and one probe half a minute later', async () => {
    meets('/**', { status: 502 }, 5);
    const me = client();
    await me.lists();
    await me.createList('Fair');
    expect(asked()).toHaveLength(5);
    expect(errorOf(await me.createList('Fair'))).toEqual({
      fate: 'not-done',
      error: { code: 'server-trouble', status: 502 },
    });
    expect(asked()).toHaveLength(5);
    time().pass(30_000);
    expect(valueOf(await me.lists()).lists).toHaveLength(12);
  });

  test('may be a firewall', async () => {
    meets('/**', { status: 403, body: { kind: 'html', text: '<h1>Blocked</h1>' } }, 5);
    const me = client();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      expect(errorOf(await me.lists())).toEqual({ code: 'forbidden', by: 'gateway' });
    }
    expect(asked()).toHaveLength(5);
  });

  test('gets another probe after an aborted one', async () => {
    meets('/**', { status: 502 }, 5);
    const me = client();
    await me.lists();
    await me.createList('Fair');
    time().pass(30_000);
    const abort = new AbortController();
    const hanging = meets(LISTS, { connection: 'hang' });
    const probe = me.lists(abort.signal);
    await until(() => hanging.hits() > 0);
    abort.abort();
    await probe;
    expect(valueOf(await me.senders())).toHaveLength(3);
  });
});
