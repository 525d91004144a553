import { describe, expect, test, vi } from 'vitest';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { againstSandbox, errorOf, valueOf } from '../testing/against-sandbox';
import { until } from '../testing/virtual-time';

const { sandbox, time, client, meets, asked } = againstSandbox();
const LISTS = '/leads/api/lists';

describe('a request', () => {
  test('carries the key as bearer to the one host, and asks for JSON', async () => {
    await client().lists();
    const [request] = sandbox().control.requests();
    expect(request).toMatchObject({ method: 'GET', path: LISTS, bearer: 'expected' });
    expect(request?.headers).toMatchObject({ accept: 'application/json' });
    expect(request?.headers).not.toHaveProperty('cookie');
  });

  test('is logged without its values', async () => {
    const logged: LoggedRequest[] = [];
    await client({ onRequest: (request) => logged.push(request) }).createList('Secret fair');
    const what = { method: 'POST', path: LISTS, fieldNames: ['name'], status: 201, at: time().now() };
    expect(logged).toEqual([{ ...what, clockAheadMs: 0 }]);
  });

  test('is logged with the difference between the clocks, none without an answer or a date', async () => {
    const logged: LoggedRequest[] = [];
    const { control } = sandbox();
    const me = client({ onRequest: (request) => logged.push(request) });
    control.advance(7_200_000);
    await me.createList('Two hours ahead');
    control.fault({ path: LISTS, times: 1, effect: { headers: { date: null } } });
    await me.createList('Without a date');
    control.fault({ path: LISTS, times: 1, effect: { connection: 'reset-before' } });
    await me.createList('Without an answer');
    expect(logged.map(({ clockAheadMs }) => clockAheadMs)).toEqual([7_200_000, null, null]);
  });

  test('is not sent without a key or offline', async () => {
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

  test('fails with what GetSales answered, when the browser then holds the last attempt back', async () => {
    let asks = 0;
    const fetch = () => {
      asks += 1;
      return asks < 4 ? Promise.resolve(new Response(null, { status: 500 })) : Promise.reject(new TypeError('Failed'));
    };
    expect(errorOf(await client({ fetch }).senders())).toEqual({ code: 'server-trouble', status: 500 });
    expect(asks).toBe(4);
  });

  test('is limited to four a second after a burst of eight', async () => {
    const me = client();
    await Promise.all(Array.from({ length: 20 }, () => me.senders()));
    expect(asked()).toHaveLength(20);
    expect(time().monotonic()).toBeGreaterThanOrEqual(3_000);
  });
});

describe('a rejected key', () => {
  test('stops the calls that are still waiting', async () => {
    sandbox().control.revokeKey();
    const onKeyRejected = vi.fn();
    const sleep = () => until(() => onKeyRejected.mock.calls.length === 8);
    const me = client({ onKeyRejected, sleep });
    const answers = await Promise.all(Array.from({ length: 30 }, () => me.senders()));
    expect(answers.map(errorOf)).toEqual(Array.from({ length: 30 }, () => ({ code: 'key-rejected' })));
    expect(asked()).toHaveLength(8);
  });

  test('is tried again by the next call', async () => {
    const me = client();
    sandbox().control.revokeKey();
    await me.lists();
    sandbox().control.restoreKey();
    expect(valueOf(await me.lists()).lists).toHaveLength(12);
  });
});

describe('a GetSales that demands Team-ID', () => {
  const demandsTeam = {
    status: 400,
    body: { kind: 'json', value: { error: { reason: 'bad_request', message: 'Team-ID is missing.', data: [] } } },
  } as const;

  test('gets it from the claim of the key, also in later requests', async () => {
    meets(LISTS, demandsTeam);
    const me = client();
    expect(valueOf(await me.lists()).lists).toHaveLength(12);
    await me.senders();
    expect(
      sandbox()
        .control.requests()
        .map(({ headers }) => headers['team-id']),
    ).toEqual([undefined, '812', '812']);
  });

  test('is not asked a third time when it does not help', async () => {
    meets(LISTS, demandsTeam, 9);
    expect(errorOf(await client().lists())).toEqual({
      code: 'refused',
      status: 400,
      problems: [{ field: '', message: 'Team-ID is missing.' }],
    });
    expect(asked()).toHaveLength(2);
  });
});
