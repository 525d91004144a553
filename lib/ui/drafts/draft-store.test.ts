import { describe, expect, it } from 'vitest';
import { draftKey, sendingEntryKey, sendingTextKey } from './draft-keys';
import { createDraftStore, type DraftStore } from './draft-store';
import { contactA, contactB, entryId, mara, tom } from '@/lib/ui/conversation/testing/examples';

type Drafts = Readonly<Record<string, string>>;

/** A disk with watchers, and a page whose delayed tasks run when the test calls `later`. */
function openPage(disk = createDisk()) {
  let pending: (() => void) | null = null;
  const store = createDraftStore({
    item: disk.item,
    exclusively: disk.exclusively,
    soon: (task) => {
      pending = task;
    },
  });
  store.start();
  const later = async (): Promise<void> => {
    pending?.();
    pending = null;
    await settled();
  };
  return { store, disk, later };
}

function createDisk(value: Drafts = {}) {
  let stored = value;
  let gate = Promise.resolve();
  let lock: Promise<unknown> = Promise.resolve();
  const watchers: ((value: Drafts) => void)[] = [];
  const onWritableListeners: (() => void)[] = [];
  return {
    read: () => stored,
    /** One writer at a time, like the browser's lock. */
    exclusively: (task: () => Promise<void>) => {
      const mine = lock.then(task);
      lock = mine.catch(() => undefined);
      return mine;
    },
    refuse: (refusing: boolean) => {
      gate = refusing ? Promise.reject(new Error('quota')) : Promise.resolve();
      gate.catch(() => undefined);
    },
    /** Makes writing work again and notifies the pages. */
    allow: () => {
      gate = Promise.resolve();
      for (const notify of onWritableListeners) notify();
    },
    erase: () => {
      stored = {};
      for (const watcher of watchers) watcher({});
    },
    item: {
      getValue: () => Promise.resolve(stored),
      setValue: (next: Drafts) =>
        gate.then(() => {
          stored = next;
          // Other windows are notified after the next writer has read it.
          setImmediate(() => {
            for (const watcher of watchers) watcher(next);
          });
        }),
      watch: (watcher: (value: Drafts) => void, onWritable: () => void) => {
        watchers.push(watcher);
        onWritableListeners.push(onWritable);
        return () => undefined;
      },
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const text = (store: DraftStore, key: string): string | undefined => store.snapshot()?.[key];

const anaAsMara = draftKey(contactA, mara);
const anaAsTom = draftKey(contactA, tom);
const borisAsMara = draftKey(contactB, mara);

describe('a draft', () => {
  it('is visible at once and on disk a moment later', async () => {
    const { store, disk, later } = openPage();
    await settled();
    store.set(anaAsMara, 'Hello Ana');
    expect(text(store, anaAsMara)).toBe('Hello Ana');
    expect(disk.read()).toEqual({});
    await later();
    expect(disk.read()).toEqual({ [anaAsMara]: 'Hello Ana' });
  });

  it('survives closing', async () => {
    const first = openPage();
    await settled();
    first.store.set(anaAsMara, 'Hello Ana');
    first.store.flushNow();
    await settled();
    const second = openPage(first.disk);
    await settled();
    expect(text(second.store, anaAsMara)).toBe('Hello Ana');
  });

  it('belongs to one contact and one sender', async () => {
    const { store } = openPage();
    await settled();
    store.set(anaAsMara, 'Hello Ana');
    expect(text(store, anaAsTom)).toBeUndefined();
    expect(text(store, borisAsMara)).toBeUndefined();
  });

  it('is removed from the disk when it is emptied', async () => {
    const { store, disk, later } = openPage(createDisk({ [anaAsMara]: 'Hello' }));
    await settled();
    store.set(anaAsMara, '');
    await later();
    expect(disk.read()).toEqual({});
  });

  it('typed before the disk was read is kept', async () => {
    const { store } = openPage(createDisk({ [borisAsMara]: 'Hello Boris' }));
    store.set(anaAsMara, 'Hello Ana');
    await settled();
    expect(store.snapshot()).toEqual({ [borisAsMara]: 'Hello Boris', [anaAsMara]: 'Hello Ana' });
  });

  it('is erased at sign-out', async () => {
    const { store, disk } = openPage(createDisk({ [anaAsMara]: 'Hello' }));
    await settled();
    disk.erase();
    expect(store.snapshot()).toEqual({});
  });
});

it('The draft that was changed last is stored last, so it is kept longest', async () => {
  const { store, disk, later } = openPage(createDisk({ [anaAsMara]: 'old', [borisAsMara]: 'newer' }));
  await settled();
  store.set(anaAsMara, 'newest');
  await later();
  expect(Object.keys(disk.read())).toEqual([borisAsMara, anaAsMara]);
});

describe('a browser that cannot write', () => {
  it('keeps typed text in the page, reports it, and writes it with the next successful change', async () => {
    const disk = createDisk();
    const { store, later } = openPage(disk);
    await settled();
    disk.refuse(true);
    store.set(anaAsMara, 'Hello');
    await later();
    expect(store.isUnsaved()).toBe(true);
    expect(text(store, anaAsMara)).toBe('Hello');
    disk.refuse(false);
    store.set(borisAsMara, 'Hi');
    await later();
    expect(store.isUnsaved()).toBe(false);
    expect(disk.read()).toEqual({ [anaAsMara]: 'Hello', [borisAsMara]: 'Hi' });
  });

  it('writes typed text as soon as writing works again', async () => {
    const disk = createDisk();
    const { store, later } = openPage(disk);
    await settled();
    disk.refuse(true);
    store.set(anaAsMara, 'Hello');
    await later();
    disk.allow();
    await later();
    expect(store.isUnsaved()).toBe(false);
    expect(disk.read()).toEqual({ [anaAsMara]: 'Hello' });
  });
});

describe('a text without a sender yet', () => {
  const anaWithoutSender = draftKey(contactA, null);

  it('becomes the draft of the first sender that is chosen', async () => {
    const { store } = openPage();
    await settled();
    store.set(anaWithoutSender, 'Hello Ana');
    store.move(anaWithoutSender, anaAsMara);
    expect(store.snapshot()).toEqual({ [anaAsMara]: 'Hello Ana' });
  });

  it('does not overwrite the draft of that sender', async () => {
    const { store } = openPage(createDisk({ [anaAsMara]: 'Dear Ana', [anaWithoutSender]: 'Hello Ana' }));
    await settled();
    store.move(anaWithoutSender, anaAsMara);
    expect(store.snapshot()).toEqual({ [anaAsMara]: 'Dear Ana\n\nHello Ana' });
  });
});

it('Two windows write different drafts without overwriting each other', async () => {
  const disk = createDisk();
  const left = openPage(disk);
  const right = openPage(disk);
  await settled();
  left.store.set(anaAsMara, 'Hello Ana');
  right.store.set(borisAsMara, 'Hello Boris');
  await Promise.all([left.later(), right.later()]);
  await settled();
  expect(disk.read()).toEqual({ [anaAsMara]: 'Hello Ana', [borisAsMara]: 'Hello Boris' });
  expect(left.store.snapshot()).toEqual(right.store.snapshot());
});

describe('a draft that is being sent', () => {
  async function sending() {
    const page = openPage();
    await settled();
    page.store.set(anaAsMara, 'Hello Ana');
    page.store.setAside(anaAsMara, 'Hello Ana', entryId(1));
    return page;
  }

  it('is set aside on disk, and the composer is empty for the next one', async () => {
    const { store, disk, later } = await sending();
    await later();
    expect(disk.read()).toEqual({ [sendingTextKey(anaAsMara)]: 'Hello Ana', [sendingEntryKey(anaAsMara)]: entryId(1) });
    expect(text(store, anaAsMara)).toBeUndefined();
  });

  it('is removed once it was sent', async () => {
    const { store, disk, later } = await sending();
    store.settle(anaAsMara, 'Hello Ana', 'discard');
    await later();
    expect(disk.read()).toEqual({});
  });

  it('is restored when it was refused or cancelled', async () => {
    const { store, disk, later } = await sending();
    store.settle(anaAsMara, 'Hello Ana', 'restore');
    await later();
    expect(disk.read()).toEqual({ [anaAsMara]: 'Hello Ana' });
  });

  it('is restored above text written since, and only once', async () => {
    const { store } = await sending();
    store.set(anaAsMara, 'One more thing');
    store.settle(anaAsMara, 'Hello Ana', 'restore');
    store.settle(anaAsMara, 'Hello Ana', 'restore');
    expect(text(store, anaAsMara)).toBe('Hello Ana\n\nOne more thing');
  });

  it('is restored from the outbox when the browser kept no draft', async () => {
    const { store } = openPage();
    await settled();
    store.settle(anaAsMara, 'Hello Ana', 'restore');
    expect(text(store, anaAsMara)).toBe('Hello Ana');
  });

  it('does not remove a newer text, even one with the same words', async () => {
    const { store } = await sending();
    store.set(anaAsMara, 'Hello Ana');
    store.settle(anaAsMara, 'Hello Ana', 'discard');
    expect(text(store, anaAsMara)).toBe('Hello Ana');
  });

  it('is kept when another one is sent before its outcome is known', async () => {
    const { store } = await sending();
    store.setAside(anaAsMara, 'And then', entryId(2));
    expect(text(store, anaAsMara)).toBe('Hello Ana');
  });

  it('that version 0.1.0 left in the composer is removed once it was sent', async () => {
    const { store } = openPage(createDisk({ [anaAsMara]: 'Hello Ana', [sendingEntryKey(anaAsMara)]: entryId(1) }));
    await settled();
    store.settle(anaAsMara, 'Hello Ana', 'discard');
    expect(store.snapshot()).toEqual({});
  });
});
