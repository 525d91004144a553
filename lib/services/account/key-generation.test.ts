import { describe, expect, test } from 'vitest';
import { maraAccount as account } from '@/lib/domain/testing/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { createKeyGeneration } from './key-generation';

/** A generation whose timeout ends only when the test says so; `events` is the course of its closing. */
function stage() {
  const events: string[] = [];
  const timeout: (() => void)[] = [];
  const generation = createKeyGeneration({
    id: 'one',
    account,
    sleep: (_ms, signal) =>
      new Promise((resolve) => {
        timeout.push(resolve);
        signal.addEventListener('abort', () => {
          resolve();
        });
      }),
  });
  generation.closed.addEventListener('abort', () => events.push('closed'));
  generation.cut.addEventListener('abort', () => events.push('cut'));
  return { generation, events, reachTimeout: () => timeout.shift()?.() };
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

describe('closing a key', () => {
  test('with nothing under way seals its records at once', async () => {
    const { generation, events } = stage();
    expect(generation.isSealed()).toBe(false);
    expect(await generation.close()).toEqual([]);
    expect(events).toEqual(['closed', 'cut']);
    expect(generation.isSealed()).toBe(true);
  });

  test('waits for an act, which may still write down its outcome', async () => {
    const { generation, events } = stage();
    const act = pending<null>();
    const sealedAtTheEnd: boolean[] = [];
    void generation.run(() => act.promise).then(() => sealedAtTheEnd.push(generation.isSealed()));
    const closing = generation.close();
    await Promise.resolve();
    expect(events).toEqual(['closed']);
    act.settle(null);
    await closing;
    expect(sealedAtTheEnd).toEqual([false]);
    expect(generation.isSealed()).toBe(true);
  });

  test('waits for what an act that ends begins', async () => {
    const { generation } = stage();
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

  test('cuts what is on the wire after a while, and seals after another', async () => {
    const { generation, events, reachTimeout } = stage();
    void generation.run(() => new Promise(() => undefined));
    const closing = generation.close();
    await new Promise(setImmediate);
    reachTimeout();
    await new Promise(setImmediate);
    expect(events).toEqual(['closed', 'cut']);
    expect(generation.isSealed()).toBe(false);
    reachTimeout();
    await closing;
    expect(generation.isSealed()).toBe(true);
  });

  test.each<[string, Result<null>, readonly string[]]>([
    ['was done', ok(null), ['done']],
    ['got no answer', err({ code: 'unreachable', why: 'timeout' }), ['unknown']],
    ['was refused', err({ code: 'forbidden', by: 'api' }), []],
    ['had not left', err({ code: 'key-replaced' }), []],
  ])('reports a named act that %s', async (_name, result, outcomes) => {
    const { generation } = stage();
    const act = pending<Result<null>>();
    void generation.runNamed({ what: 'list', name: 'Fair' }, () => act.promise);
    const closing = generation.close();
    act.settle(result);
    expect(await closing).toEqual(outcomes.map((outcome) => ({ what: 'list', name: 'Fair', outcome })));
  });

  test('reports no act that had ended before', async () => {
    const { generation } = stage();
    await generation.runNamed({ what: 'list', name: 'Fair' }, () => Promise.resolve(ok(null)));
    expect(await generation.close()).toEqual([]);
  });

  test('outlasts an act that fails', async () => {
    const { generation } = stage();
    await expect(generation.run(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(await generation.close()).toEqual([]);
  });
});
