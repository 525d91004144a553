import { describe, expect, test } from 'vitest';
import { answering, type Reply } from '../testing/answering';
import { until } from '../testing/virtual-time';
import { sharedTransport } from './transport';

const REPLACED = { code: 'key-replaced' };
const rows: Reply = { json: { data: [], total: 0 } };

/** A client whose key can be closed and cut. */
function closable(replies: readonly Reply[], changes: Parameters<typeof answering>[1] = {}) {
  const closing = new AbortController();
  const cutting = new AbortController();
  const scope = { closed: closing.signal, cut: cutting.signal };
  const close = () => {
    closing.abort();
  };
  const cut = () => {
    cutting.abort();
  };
  return { ...answering(replies, { scope, ...changes }), close, cut };
}

describe('after its key was replaced', () => {
  test('a call is not sent', async () => {
    const { client, asked, close } = closable([rows, rows]);
    close();
    expect(await client.lists()).toEqual({ ok: false, error: REPLACED });
    expect(await client.createList('Fair')).toEqual({ ok: false, error: { fate: 'not-done', error: REPLACED } });
    expect(asked).toEqual([]);
  });

  test('a running read ends, and a running write goes on', async () => {
    const { client, asked, close, cut } = closable([{ hangs: true }, { hangs: true }]);
    const read = client.lists();
    const write = client.createList('Fair');
    await until(() => asked.length === 2);
    close();
    expect(await read).toEqual({ ok: false, error: { code: 'unreachable', why: 'timeout' } });
    cut();
    expect(await write).toEqual({
      ok: false,
      error: { fate: 'unknown', error: { code: 'unreachable', why: 'timeout' } },
    });
  });

  test('a read is not tried again', async () => {
    const replaced = new AbortController();
    const sleep = () => {
      replaced.abort();
      return Promise.resolve();
    };
    const scope = { closed: replaced.signal, cut: new AbortController().signal };
    const { client, asked } = answering([{ status: 503 }, rows], { scope, sleep });
    expect(await client.lists()).toEqual({ ok: false, error: REPLACED });
    expect(asked).toHaveLength(1);
  });

  test('a call that was getting its key is not sent, also if the user gave up', async () => {
    const steps: (() => void)[] = [];
    const key = () =>
      new Promise<string>((resolve) =>
        steps.push(() => {
          resolve('a.b.c');
        }),
      );
    const { client, asked, close } = closable([rows], { key });
    const giveUp = new AbortController();
    const read = client.lists(giveUp.signal);
    await until(() => steps.length === 1);
    close();
    giveUp.abort();
    steps[0]?.();
    expect(await read).toEqual({ ok: false, error: REPLACED });
    expect(asked).toEqual([]);
  });

  test('a call that was opening its connection ends at once, and the connection is closed when it comes', async () => {
    const dismissed: string[] = [];
    const steps: (() => void)[] = [];
    const transport = { ...sharedTransport(fetch), dismiss: () => void dismissed.push('late') };
    const { client, close } = closable([], {
      openTransport: () =>
        new Promise((resolve) =>
          steps.push(() => {
            resolve(transport);
          }),
        ),
    });
    const write = client.createList('Fair');
    await until(() => steps.length === 1);
    close();
    expect(await write).toEqual({ ok: false, error: { fate: 'not-done', error: REPLACED } });
    expect(dismissed).toEqual([]);
    steps[0]?.();
    await until(() => dismissed.length > 0);
    expect(dismissed).toEqual(['late']);
  });
});

test('a call that the user gave up while it was getting its key is not sent', async () => {
  const giveUp = new AbortController();
  const key = () => {
    giveUp.abort();
    return Promise.resolve('a.b.c');
  };
  const { client, asked } = answering([rows], { key });
  expect(await client.lists(giveUp.signal)).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(asked).toEqual([]);
});

test('a call whose connection cannot be opened is not sent, also if the user gave up', async () => {
  const giveUp = new AbortController();
  const openTransport = () => {
    giveUp.abort();
    return Promise.resolve(null);
  };
  const { client, asked } = answering([rows], { openTransport });
  expect(await client.createList('Fair', giveUp.signal)).toEqual({
    ok: false,
    error: { fate: 'not-done', error: { code: 'cancelled' } },
  });
  expect(asked).toEqual([]);
});
