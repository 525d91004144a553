import { describe, expect, test } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { SenderId } from '@/lib/domain/ids';
import { err, ok } from '@/lib/domain/result';
import { contactA, contactB, entryIdOf, sendEntry, senderA, uuidOf } from '@/lib/outbox/testing/entries';
import { createInFlight, createPersonMutex, createThreadLock, isSameThread } from './exclusive';

interface Pending {
  readonly promise: Promise<string>;
  readonly settle: (value: string) => void;
  readonly fail: () => void;
}

function pending(): Pending {
  let settle: (value: string) => void = () => undefined;
  let fail: () => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    settle = resolve;
    fail = () => {
      reject(new Error('a bug'));
    };
  });
  return { promise, settle, fail };
}

const settled = (): Promise<void> => new Promise(setImmediate);

describe('tasks in flight', () => {
  test('are known by their id until they have ended', async () => {
    const inFlight = createInFlight<string, string>();
    const [one, two] = [pending(), pending()];
    const running = inFlight.run('one', () => one.promise);
    const failing = inFlight.run('two', () => two.promise);
    expect([inFlight.has('one'), inFlight.has('three'), inFlight.ids()]).toEqual([true, false, ['one', 'two']]);
    expect(inFlight.get('one')).toBe(running);
    one.settle('done');
    two.fail();
    expect(await running).toBe('done');
    await expect(failing).rejects.toThrow('a bug');
    expect([inFlight.has('one'), inFlight.get('one'), inFlight.ids()]).toEqual([false, undefined, []]);
  });
});

describe('tasks of one person', () => {
  const identity = (slug: string | null, memberId: string | null) =>
    LinkedInIdentity.parse({ slug, memberId, salesId: null });
  const ID = `ACoAA${'x'.repeat(34)}`;
  const bySlug = identity('mira', null);
  const byId = identity(null, ID);
  const byBoth = identity('mira', ID);

  test('run one after the other, also after one that failed', async () => {
    const mutex = createPersonMutex();
    const order: string[] = [];
    const [first, second] = [pending(), pending()];
    const failing = mutex.runExclusive(bySlug, () => first.promise);
    const next = mutex.runExclusive(bySlug, () => {
      order.push('second');
      return second.promise;
    });
    const last = mutex.runExclusive(bySlug, () => Promise.resolve(order.push('third')));
    await settled();
    expect(order).toEqual([]);
    first.fail();
    await expect(failing).rejects.toThrow('a bug');
    await settled();
    expect(order).toEqual(['second']);
    second.settle('done');
    expect(await next).toBe('done');
    await last;
    expect(order).toEqual(['second', 'third']);
  });

  test('wait for every identity that matches, and for no other', async () => {
    const mutex = createPersonMutex();
    const [slug, id] = [pending(), pending()];
    const order: string[] = [];
    const running = [mutex.runExclusive(bySlug, () => slug.promise), mutex.runExclusive(byId, () => id.promise)];
    const both = mutex.runExclusive(byBoth, () => Promise.resolve(order.push('both')));
    await mutex.runExclusive(identity('li', null), () => Promise.resolve(order.push('another')));
    slug.settle('done');
    await settled();
    expect(order).toEqual(['another']);
    id.settle('done');
    await both;
    await Promise.all(running);
    expect(order).toEqual(['another', 'both']);
  });
});

describe('a conversation', () => {
  const thread = sendEntry(1);
  const anotherSender = SenderId.parse(uuidOf(999));

  test.each([
    ['contact and sender', thread, true],
    ['another contact', { ...thread, contactId: contactB }, false],
    ['another sender', { ...thread, senderId: anotherSender }, false],
  ])('is one of %s', (_name, other, isSame) => {
    expect(isSameThread(thread, other)).toBe(isSame);
  });

  test('processes one message at a time, by a lock of its own', async () => {
    const locks = new Set<string>();
    const lock = createThreadLock<string>(async (name, task) => {
      if (locks.has(name)) return null;
      locks.add(name);
      return task().finally(() => locks.delete(name));
    });
    const first = pending();
    const running = lock.runExclusive(thread, entryIdOf(1), async () => ok(await first.promise));
    expect(lock.inFlight.ids()).toEqual([entryIdOf(1)]);
    const answer = () => Promise.resolve(ok('sent'));
    expect(await lock.runExclusive(thread, entryIdOf(2), answer)).toEqual(err({ code: 'busy' }));
    for (const other of [
      { contactId: contactB, senderId: senderA },
      { contactId: contactA, senderId: anotherSender },
    ])
      expect(await lock.runExclusive(other, entryIdOf(3), answer)).toEqual(ok('sent'));
    first.settle('done');
    expect(await running).toEqual(ok('done'));
    expect(await lock.runExclusive(thread, entryIdOf(2), answer)).toEqual(ok('sent'));
    expect(lock.inFlight.ids()).toEqual([]);
  });
});
