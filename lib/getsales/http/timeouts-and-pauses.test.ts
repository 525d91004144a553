import { describe, expect, test } from 'vitest';
import { againstSandbox, errorOf, valueOf } from '../testing/against-sandbox';
import { until } from '../testing/virtual-time';

const { time, client, meets, asked } = againstSandbox();
const LISTS = '/leads/api/lists';

describe('a missing answer', () => {
  test.each([
    ['a read', (me: ReturnType<typeof client>) => me.lists(), { code: 'unreachable', why: 'timeout' }],
    [
      'a write',
      (me: ReturnType<typeof client>) => me.createList('Fair'),
      { fate: 'unknown', error: { code: 'unreachable', why: 'timeout' } },
    ],
  ])('ends %s after 25 s, without a retry', async (_kind, act, error) => {
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

  test('ends a write also when headers or body never complete', async () => {
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

describe('an aborted call', () => {
  test('is not-done when it had not been sent', async () => {
    const abort = new AbortController();
    abort.abort();
    expect(errorOf(await client().createList('Fair', abort.signal))).toEqual({
      fate: 'not-done',
      error: { code: 'cancelled' },
    });
    expect(asked()).toEqual([]);
  });

  test('is unknown when it had been sent', async () => {
    const abort = new AbortController();
    const hanging = meets(LISTS, { connection: 'hang' });
    const answer = client().createList('Fair', abort.signal);
    await until(() => hanging.hits() > 0);
    abort.abort();
    expect(errorOf(await answer)).toEqual({ fate: 'unknown', error: { code: 'cancelled' } });
  });

  test('is not retried', async () => {
    const abort = new AbortController();
    meets(LISTS, { status: 500 }, 4);
    const sleep = () => {
      abort.abort();
      return Promise.resolve();
    };
    expect(errorOf(await client({ sleep }).lists(abort.signal))).toEqual({ code: 'cancelled' });
    expect(asked()).toHaveLength(1);
  });
});

describe('a 429', () => {
  test('with a short Retry-After delays a read', async () => {
    meets(LISTS, { status: 429, headers: { 'retry-after': '2' } });
    expect(valueOf(await client().lists()).lists).toHaveLength(12);
    expect(time().waits).toEqual([2_000]);
  });

  test('with a date is measured with the clock of GetSales', async () => {
    const date = new Date(time().now() + 26 * 3_600_000);
    const after = new Date(date.getTime() + 2_000);
    meets(LISTS, { status: 429, headers: { date: date.toUTCString(), 'retry-after': after.toUTCString() } });
    expect(valueOf(await client().lists()).lists).toHaveLength(12);
    expect(time().waits).toEqual([2_000]);
  });

  test.each([
    ['60', 60_000],
    ['999999', 3_600_000],
    [null, 17_500],
    ['abc', 17_500],
  ])(
    'with Retry-After %j is reported at once, and no request is sent before it has passed',
    async (header, retryAfterMs) => {
      meets(LISTS, { status: 429, headers: { 'retry-after': header } });
      const me = client();
      expect(errorOf(await me.lists())).toEqual({ code: 'rate-limited', retryAfterMs });
      time().pass(retryAfterMs - 4_000);
      expect(errorOf(await me.senders())).toEqual({ code: 'rate-limited', retryAfterMs: 4_000 });
      expect(asked()).toHaveLength(1);
      time().pass(1_500);
      expect(valueOf(await me.senders())).toHaveLength(3);
      expect(time().waits).toEqual([2_500]);
    },
  );

  test('that repeats delays a read by at most three seconds', async () => {
    meets(LISTS, { status: 429, headers: { 'retry-after': '2' } }, 9);
    expect(errorOf(await client().lists())).toEqual({ code: 'rate-limited', retryAfterMs: 2_000 });
    expect(asked()).toHaveLength(2);
    expect(time().waits).toEqual([2_000]);
  });

  test('to a write that must not be repeated is reported as not-done', async () => {
    meets(LISTS, { status: 429, headers: { 'retry-after': '1' } });
    expect(errorOf(await client().createList('Fair'))).toEqual({
      fate: 'not-done',
      error: { code: 'rate-limited', retryAfterMs: 1_000 },
    });
    expect(asked()).toHaveLength(1);
  });
});
