import { describe, expect, test, vi } from 'vitest';
import type { ExchangeNote } from './leave';
import { againstSandbox, errorOf, valueOf } from '../testing/against-sandbox';

const { sandbox, time, client, meets, asked } = againstSandbox();
const LISTS = '/leads/api/lists';

/** Turns the event loop until something has happened. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise(setImmediate);
}

describe('what leaves', () => {
  test('carries the key as bearer to the one host, and asks for JSON', async () => {
    await client().lists();
    const [request] = sandbox().control.requests();
    expect(request).toMatchObject({ method: 'GET', path: LISTS, bearer: 'expected' });
    expect(request?.headers).toMatchObject({ accept: 'application/json' });
    expect(request?.headers).not.toHaveProperty('cookie');
  });

  test('is noted without a value of it', async () => {
    const notes: ExchangeNote[] = [];
    await client({ onExchange: (note) => notes.push(note) }).createList('Secret fair');
    expect(notes).toEqual([{ method: 'POST', path: LISTS, fieldNames: ['name'], status: 201, at: time().now() }]);
  });

  test('is nothing without a key, and nothing offline', async () => {
    expect(errorOf(await client({ key: () => Promise.resolve(null) }).lists())).toEqual({ code: 'not-connected' });
    expect(errorOf(await client({ key: () => Promise.reject(new Error('locked')) }).lists())).toEqual({
      code: 'not-connected',
    });
    expect(errorOf(await client({ isOnline: () => false }).createList('Fair'))).toEqual({
      fate: 'not-done',
      error: { code: 'offline' },
    });
    expect(asked()).toEqual([]);
  });

  test('is four a second after a burst of eight', async () => {
    const me = client();
    await Promise.all(Array.from({ length: 20 }, () => me.senders()));
    expect(asked()).toHaveLength(20);
    expect(time().monotonic()).toBeGreaterThanOrEqual(3_000);
  });
});

describe('a read that meets trouble', () => {
  test.each([500, 502, 503, 504, 408, 425])(
    'of %i is tried four times, with longer and longer jitter',
    async (status) => {
      meets(LISTS, { status }, 4);
      expect(errorOf(await client().lists())).toEqual({ code: 'server-trouble', status });
      expect(asked()).toHaveLength(4);
      expect(time().waits).toEqual([250, 500, 1_000]);
    },
  );

  test.each(['reset-unread', 'reset-before', 'reset-after'] as const)(
    'of a connection %s succeeds on the next try',
    async (connection) => {
      meets(LISTS, { connection });
      expect(valueOf(await client().lists())).toHaveLength(12);
      expect(asked()).toHaveLength(2);
    },
  );

  test('of an answer that breaks off succeeds on the next try', async () => {
    meets(LISTS, { body: { kind: 'cut' } });
    expect(valueOf(await client().lists())).toHaveLength(12);
  });

  test('of an empty 200 succeeds on the next try, and is never an empty list', async () => {
    meets(LISTS, { body: { kind: 'empty' } }, 2);
    expect(valueOf(await client().lists())).toHaveLength(12);
    meets(LISTS, { body: { kind: 'empty' } }, 4);
    expect(errorOf(await client().lists())).toEqual({ code: 'unreadable-answer', status: 200 });
  });

  test('of 503 waits as long as GetSales says, and does not wait for minutes', async () => {
    meets(LISTS, { status: 503, headers: { 'retry-after': '2' } });
    expect(valueOf(await client().lists())).toHaveLength(12);
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
    ['plain text', { kind: 'text', text: '{"data":[]}', type: 'text/plain' } as const],
  ])('of %s with 200 is an error at once, never an empty list', async (_what, body) => {
    meets(LISTS, { body });
    expect(errorOf(await client().lists())).toEqual({ code: 'unreadable-answer', status: 200 });
    expect(asked()).toHaveLength(1);
  });

  test('of a byte order mark is none', async () => {
    meets(LISTS, { body: { kind: 'text', text: '\uFEFF{"data":[],"total":0}' } });
    expect(valueOf(await client().lists())).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])('of a %i is not led elsewhere', async (status) => {
    meets(LISTS, { status, headers: { location: `${sandbox().url}/id/api/users/current` } }, 9);
    expect(errorOf(await client().lists())).toEqual({ code: 'unreachable', why: 'network' });
    expect(new Set(asked())).toEqual(new Set([`GET ${LISTS}`]));
  });
});

describe('an answer that never comes', () => {
  test.each([
    ['a read', (me: ReturnType<typeof client>) => me.lists(), { code: 'unreachable', why: 'timeout' }],
    [
      'a write',
      (me: ReturnType<typeof client>) => me.createList('Fair'),
      { fate: 'unknown', error: { code: 'unreachable', why: 'timeout' } },
    ],
  ])('to %s is given up after 25 s and not asked for again', async (_kind, act, error) => {
    const limits: number[] = [];
    const watch = new AbortController();
    const hanging = meets(LISTS, { connection: 'hang' }, 9);
    const answer = act(
      client({
        timeout: (ms) => {
          limits.push(ms);
          return watch.signal;
        },
      }),
    );
    await until(() => hanging.hits() > 0);
    time().pass(25_000);
    watch.abort();
    expect(errorOf<unknown>(await answer)).toEqual(error);
    expect(limits).toEqual([25_000]);
  });

  test('in its headers or in its body is given up the same way', async () => {
    for (const part of ['headers', 'body'] as const) {
      const watch = new AbortController();
      const dripping = meets(LISTS, { drip: { part, bytes: 1, everyMs: 5, endless: true } });
      const answer = client({ timeout: () => watch.signal }).createList('Fair');
      await until(() => dripping.hits() > 0);
      watch.abort();
      expect(errorOf(await answer)).toEqual({ fate: 'unknown', error: { code: 'unreachable', why: 'timeout' } });
    }
  });
});

describe('somebody who gives up', () => {
  test('before anything left has not done anything', async () => {
    const gone = new AbortController();
    gone.abort();
    expect(errorOf(await client().createList('Fair', gone.signal))).toEqual({
      fate: 'not-done',
      error: { code: 'cancelled' },
    });
    expect(asked()).toEqual([]);
  });

  test('after it left does not know', async () => {
    const gone = new AbortController();
    const hanging = meets(LISTS, { connection: 'hang' });
    const answer = client().createList('Fair', gone.signal);
    await until(() => hanging.hits() > 0);
    gone.abort();
    expect(errorOf(await answer)).toEqual({ fate: 'unknown', error: { code: 'cancelled' } });
  });

  test('between two tries is not asked for again', async () => {
    const gone = new AbortController();
    meets(LISTS, { status: 500 }, 4);
    const sleep = () => {
      gone.abort();
      return Promise.resolve();
    };
    expect(errorOf(await client({ sleep }).lists(gone.signal))).toEqual({ code: 'cancelled' });
    expect(asked()).toHaveLength(1);
  });
});

describe('429', () => {
  test('with a short Retry-After is waited for by a read', async () => {
    meets(LISTS, { status: 429, headers: { 'retry-after': '2' } });
    expect(valueOf(await client().lists())).toHaveLength(12);
    expect(time().waits).toEqual([2_000]);
  });

  test('with a date is measured on the clock of GetSales', async () => {
    const date = new Date(time().now() + 26 * 3_600_000);
    const after = new Date(date.getTime() + 2_000);
    meets(LISTS, { status: 429, headers: { date: date.toUTCString(), 'retry-after': after.toUTCString() } });
    expect(valueOf(await client().lists())).toHaveLength(12);
    expect(time().waits).toEqual([2_000]);
  });

  test.each([
    ['60', 60_000],
    ['999999', 3_600_000],
    [null, 17_500],
    ['abc', 17_500],
  ])('with Retry-After %j is told at once, and nobody asks before it has passed', async (header, retryAfterMs) => {
    meets(LISTS, { status: 429, headers: { 'retry-after': header } });
    const me = client();
    expect(errorOf(await me.lists())).toEqual({ code: 'rate-limited', retryAfterMs });
    time().pass(retryAfterMs - 4_000);
    expect(errorOf(await me.senders())).toEqual({ code: 'rate-limited', retryAfterMs: 4_000 });
    expect(asked()).toHaveLength(1);
    time().pass(1_500);
    expect(valueOf(await me.senders())).toHaveLength(3);
    expect(time().waits).toEqual([2_500]);
  });

  test('again and again keeps nobody waiting for more than three seconds in all', async () => {
    meets(LISTS, { status: 429, headers: { 'retry-after': '2' } }, 9);
    expect(errorOf(await client().lists())).toEqual({ code: 'rate-limited', retryAfterMs: 2_000 });
    expect(asked()).toHaveLength(2);
    expect(time().waits).toEqual([2_000]);
  });

  test('to a write that must not be repeated is told, and nothing was done', async () => {
    meets(LISTS, { status: 429, headers: { 'retry-after': '1' } });
    expect(errorOf(await client().createList('Fair'))).toEqual({
      fate: 'not-done',
      error: { code: 'rate-limited', retryAfterMs: 1_000 },
    });
    expect(asked()).toHaveLength(1);
  });
});

describe('a rejected key', () => {
  test('stops the calls that still wait for their turn with it', async () => {
    sandbox().control.revokeKey();
    const onKeyRejected = vi.fn();
    const sleep = () => until(() => onKeyRejected.mock.calls.length === 8);
    const me = client({ onKeyRejected, sleep });
    const answers = await Promise.all(Array.from({ length: 30 }, () => me.senders()));
    expect(answers.map(errorOf)).toEqual(Array.from({ length: 30 }, () => ({ code: 'key-rejected' })));
    expect(asked()).toHaveLength(8);
  });

  test('is asked about again by the next call, which may be about a new key', async () => {
    const me = client();
    sandbox().control.revokeKey();
    await me.lists();
    sandbox().control.restoreKey();
    expect(valueOf(await me.lists())).toHaveLength(12);
  });
});

describe('a service in trouble', () => {
  test('is left alone after five failures, with its trouble as the reason, and probed once half a minute later', async () => {
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
    expect(valueOf(await me.lists())).toHaveLength(12);
  });

  test('may be a firewall', async () => {
    meets('/**', { status: 403, body: { kind: 'html', text: '<h1>Blocked</h1>' } }, 5);
    const me = client();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      expect(errorOf(await me.lists())).toEqual({ code: 'forbidden', by: 'gateway' });
    }
    expect(asked()).toHaveLength(5);
  });

  test('is probed again after a probe that was given up', async () => {
    meets('/**', { status: 502 }, 5);
    const me = client();
    await me.lists();
    await me.createList('Fair');
    time().pass(30_000);
    const gone = new AbortController();
    const hanging = meets(LISTS, { connection: 'hang' });
    const probe = me.lists(gone.signal);
    await until(() => hanging.hits() > 0);
    gone.abort();
    await probe;
    expect(valueOf(await me.senders())).toHaveLength(3);
  });
});

describe('a GetSales that wants Team-ID', () => {
  const wantsTeam = {
    status: 400,
    body: { kind: 'json', value: { error: { reason: 'bad_request', message: 'Team-ID is missing.', data: [] } } },
  } as const;

  test('gets it, from the key, and from then on', async () => {
    meets(LISTS, wantsTeam);
    const me = client();
    expect(valueOf(await me.lists())).toHaveLength(12);
    await me.senders();
    expect(
      sandbox()
        .control.requests()
        .map(({ headers }) => headers['team-id']),
    ).toEqual([undefined, '812', '812']);
  });

  test('is not asked again and again when that does not help', async () => {
    meets(LISTS, wantsTeam, 9);
    expect(errorOf(await client().lists())).toEqual({
      code: 'refused',
      status: 400,
      problems: [{ field: '', message: 'Team-ID is missing.' }],
    });
    expect(asked()).toHaveLength(2);
  });
});
