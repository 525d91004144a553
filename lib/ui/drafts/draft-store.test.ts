import { describe, expect, it } from 'vitest';
import { asideKey, createDraftStore, draftKey, leavingKey, type DraftStore } from './draft-store';
import { contactA, contactB, entryId, mara, tom } from '@/lib/ui/conversation/testing/panel-fixtures';

type Drafts = Readonly<Record<string, string>>;

/** A disk with a watcher list, and a page whose later tasks run when told. */
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
  const writable: (() => void)[] = [];
  return {
    read: () => stored,
    /** One writer at a time, as the browser's lock has it. */
    exclusively: (task: () => Promise<void>) => {
      const mine = lock.then(task);
      lock = mine.catch(() => undefined);
      return mine;
    },
    refuse: (refusing: boolean) => {
      gate = refusing ? Promise.reject(new Error('quota')) : Promise.resolve();
      gate.catch(() => undefined);
    },
    /** Writing works again, and the pages hear of it. */
    allow: () => {
      gate = Promise.resolve();
      for (const heard of writable) heard();
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
          // Other windows hear of it later than the next writer reads it.
          setImmediate(() => {
            for (const watcher of watchers) watcher(next);
          });
        }),
      watch: (watcher: (value: Drafts) => void, onWritable: () => void) => {
        watchers.push(watcher);
        writable.push(onWritable);
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
  it('is seen at once and on disk a moment later', async () => {
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

  it('leaves nothing behind when it is emptied', async () => {
    const { store, disk, later } = openPage(createDisk({ [anaAsMara]: 'Hello' }));
    await settled();
    store.set(anaAsMara, '');
    await later();
    expect(disk.read()).toEqual({});
  });

  it('typed before the disk was read is not lost', async () => {
    const { store } = openPage(createDisk({ [borisAsMara]: 'Hello Boris' }));
    store.set(anaAsMara, 'Hello Ana');
    await settled();
    expect(store.snapshot()).toEqual({ [borisAsMara]: 'Hello Boris', [anaAsMara]: 'Hello Ana' });
  });

  it('goes with the key at sign-out', async () => {
    const { store, disk } = openPage(createDisk({ [anaAsMara]: 'Hello' }));
    await settled();
    disk.erase();
    expect(store.snapshot()).toEqual({});
  });
});

it('The draft that was changed last stands last, where it is kept longest', async () => {
  const { store, disk, later } = openPage(createDisk({ [anaAsMara]: 'old', [borisAsMara]: 'newer' }));
  await settled();
  store.set(anaAsMara, 'newest');
  await later();
  expect(Object.keys(disk.read())).toEqual([borisAsMara, anaAsMara]);
});

describe('a browser that cannot write', () => {
  it('keeps what is typed in the page, says so, and writes it with the next change that goes through', async () => {
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

  it('writes what is typed as soon as it can write again', async () => {
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
  const anaAsNobody = draftKey(contactA, null);

  it('becomes the draft of the first sender that is chosen', async () => {
    const { store } = openPage();
    await settled();
    store.set(anaAsNobody, 'Hello Ana');
    store.move(anaAsNobody, anaAsMara);
    expect(store.snapshot()).toEqual({ [anaAsMara]: 'Hello Ana' });
  });

  it('does not overwrite what is written as that sender', async () => {
    const { store } = openPage(createDisk({ [anaAsMara]: 'Dear Ana', [anaAsNobody]: 'Hello Ana' }));
    await settled();
    store.move(anaAsNobody, anaAsMara);
    expect(store.snapshot()).toEqual({ [anaAsMara]: 'Dear Ana\n\nHello Ana' });
  });
});

it('Two windows write different drafts without undoing each other', async () => {
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

describe('a draft that is leaving', () => {
  async function leaving() {
    const page = openPage();
    await settled();
    page.store.set(anaAsMara, 'Hello Ana');
    page.store.leave(anaAsMara, 'Hello Ana', entryId(1));
    return page;
  }

  it('lies aside, on disk, and leaves the composer for the next one', async () => {
    const { store, disk, later } = await leaving();
    await later();
    expect(disk.read()).toEqual({ [asideKey(anaAsMara)]: 'Hello Ana', [leavingKey(anaAsMara)]: entryId(1) });
    expect(text(store, anaAsMara)).toBeUndefined();
  });

  it('is gone once it was sent', async () => {
    const { store, disk, later } = await leaving();
    store.settle(anaAsMara, 'Hello Ana', 'left');
    await later();
    expect(disk.read()).toEqual({});
  });

  it('is back when it was refused or taken back', async () => {
    const { store, disk, later } = await leaving();
    store.settle(anaAsMara, 'Hello Ana', 'back');
    await later();
    expect(disk.read()).toEqual({ [anaAsMara]: 'Hello Ana' });
  });

  it('comes back before what was written since, and only once', async () => {
    const { store } = await leaving();
    store.set(anaAsMara, 'One more thing');
    store.settle(anaAsMara, 'Hello Ana', 'back');
    store.settle(anaAsMara, 'Hello Ana', 'back');
    expect(text(store, anaAsMara)).toBe('Hello Ana\n\nOne more thing');
  });

  it('comes back out of the outbox when the browser kept no draft', async () => {
    const { store } = openPage();
    await settled();
    store.settle(anaAsMara, 'Hello Ana', 'back');
    expect(text(store, anaAsMara)).toBe('Hello Ana');
  });

  it('does not take a newer text with it, not even one with the same words', async () => {
    const { store } = await leaving();
    store.set(anaAsMara, 'Hello Ana');
    store.settle(anaAsMara, 'Hello Ana', 'left');
    expect(text(store, anaAsMara)).toBe('Hello Ana');
  });

  it('is not lost when another one leaves before its end is known', async () => {
    const { store } = await leaving();
    store.leave(anaAsMara, 'And then', entryId(2));
    expect(text(store, anaAsMara)).toBe('Hello Ana');
  });

  it('that version 0.1.0 let stand in the composer goes from there once it was sent', async () => {
    const { store } = openPage(createDisk({ [anaAsMara]: 'Hello Ana', [leavingKey(anaAsMara)]: entryId(1) }));
    await settled();
    store.settle(anaAsMara, 'Hello Ana', 'left');
    expect(store.snapshot()).toEqual({});
  });
});
