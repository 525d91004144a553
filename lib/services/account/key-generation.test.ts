import { describe, expect, test } from 'vitest';
import { maraAccount as account } from '@/lib/domain/testing/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { createKeyGeneration } from './key-generation';

/** A generation whose time moves when the test calls `pass`; `events` lists the steps of its closing. */
function manualGeneration() {
  const events: string[] = [];
  const sleeping: { readonly untilMs: number; readonly wake: () => void }[] = [];
  const pauses: AbortSignal[] = [];
  let nowMs = 0;
  const generation = createKeyGeneration({
    id: 'one',
    account,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleeping.push({ untilMs: nowMs + ms, wake: resolve });
        pauses.push(signal);
        signal.addEventListener('abort', () => {
          resolve();
        });
      }),
  });
  generation.closed.addEventListener('abort', () => events.push('closed'));
  generation.cut.addEventListener('abort', () => events.push('cut'));
  const pass = async (ms: number): Promise<void> => {
    nowMs += ms;
    for (const { wake } of sleeping.filter(({ untilMs }) => untilMs <= nowMs)) wake();
    await new Promise(setImmediate);
  };
  return { generation, events, pauses, pass };
}

interface Pending<T> {
  readonly promise: Promise<T>;
  readonly settle: (value: T) => void;
}

function pending<T>(): Pending<T> {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

describe('closing a key generation', () => {
  test('seals its records at once when nothing is running', async () => {
    const { generation, events, pauses } = manualGeneration();
    expect(generation.isSealed()).toBe(false);
    expect(await generation.close()).toEqual([]);
    expect(events).toEqual(['closed', 'cut']);
    expect(pauses.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(generation.isSealed()).toBe(true);
  });

  test('waits for a running task, which may still record its outcome', async () => {
    const { generation, events } = manualGeneration();
    const task = pending<null>();
    const sealedAtTheEnd: boolean[] = [];
    void generation.run(() => task.promise).then(() => sealedAtTheEnd.push(generation.isSealed()));
    const closing = generation.close();
    await Promise.resolve();
    expect(events).toEqual(['closed']);
    task.settle(null);
    await closing;
    expect(sealedAtTheEnd).toEqual([false]);
    expect(generation.isSealed()).toBe(true);
  });

  test('waits for a task that another task starts at its end', async () => {
    const { generation } = manualGeneration();
    const first = pending<null>();
    const second = pending<null>();
    const ended: string[] = [];
    void generation
      .run(() => first.promise)
      .then(() => generation.run(() => second.promise))
      .then(() => ended.push('second'));
    const closing = generation.close().then(() => ended.push('sealed'));
    first.settle(null);
    await new Promise(setImmediate);
    second.settle(null);
    await closing;
    expect(ended).toEqual(['second', 'sealed']);
  });

  test('cuts pending requests after five seconds, and seals after five more', async () => {
    const { generation, events, pass } = manualGeneration();
    void generation.run(() => new Promise(() => undefined));
    const closing = generation.close();
    await pass(4_999);
    expect(events).toEqual(['closed']);
    await pass(1);
    expect(events).toEqual(['closed', 'cut']);
    await pass(4_999);
    expect(generation.isSealed()).toBe(false);
    await pass(1);
    expect(generation.isSealed()).toBe(true);
    expect(await closing).toEqual([]);
  });

  test.each<[string, Result<null>, readonly string[]]>([
    ['was done', ok(null), ['done']],
    ['got no answer', err({ code: 'unreachable', why: 'timeout' }), ['unknown']],
    ['got an answer that cannot be read', err({ code: 'unreadable-answer', status: 200 }), ['unknown']],
    ['met a server in trouble', err({ code: 'server-trouble', status: 500 }), ['unknown']],
    ['met a bug', err({ code: 'unexpected', reference: 'abc' }), ['unknown']],
    ['was refused', err({ code: 'forbidden', by: 'api' }), []],
    ['was not sent', err({ code: 'key-replaced' }), []],
  ])('reports the outcome of a named write that %s', async (_name, result, outcomes) => {
    const { generation } = manualGeneration();
    const task = pending<Result<null>>();
    void generation.runNamed({ what: 'list', name: 'Fair' }, () => task.promise);
    const closing = generation.close();
    task.settle(result);
    expect(await closing).toEqual(outcomes.map((outcome) => ({ what: 'list', name: 'Fair', outcome })));
  });

  test('does not report a named write that ended before', async () => {
    const { generation } = manualGeneration();
    await generation.runNamed({ what: 'list', name: 'Fair' }, () => Promise.resolve(ok(null)));
    expect(await generation.close()).toEqual([]);
  });

  test('does not fail after a task that failed', async () => {
    const { generation } = manualGeneration();
    await expect(generation.run(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(await generation.close()).toEqual([]);
  });
});
