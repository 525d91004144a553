import type { ContactId, EntryId, SenderId } from '@/lib/domain/ids';

type Drafts = Readonly<Record<string, string>>;

export interface DraftItem {
  getValue(): Promise<Drafts>;
  setValue(value: Drafts): Promise<void>;
  /** @param onWritable writing was refused, and is not any longer */
  watch(onTexts: (value: Drafts) => void, onWritable: () => void): () => void;
}

export interface DraftStoreDeps {
  readonly item: DraftItem;
  /** Runs one task at a time across all our pages, so that two windows do not undo each other's change. */
  readonly exclusively: (task: () => Promise<void>) => Promise<unknown>;
  /** Runs a task a little later; a further call replaces an earlier one that has not run. */
  readonly soon: (task: () => void) => void;
}

/** Unsent texts of every contact and sender, in memory and, a moment later, on disk. */
export interface DraftStore {
  /** Reads the disk and follows it, until stopped. */
  readonly start: () => () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Null until the disk has been read. The object changes whenever a draft does. */
  readonly snapshot: () => Drafts | null;
  /** The browser refuses to write: what is typed is only in this page. */
  readonly isUnsaved: () => boolean;
  readonly set: (key: string, text: string) => void;
  /** Gives a text to another key of the same contact, behind what is written there. */
  readonly move: (from: string, to: string) => void;
  /**
   * Lays this text aside while it is leaving under an entry, so that the next one can be written. Which entry it is
   * stands beside it: its end can be learnt even if the panel closes meanwhile.
   */
  readonly leave: (key: string, text: string, entryId: EntryId) => void;
  /** `left`: the text is safe elsewhere and goes. `back`: it is the draft again, before what was written since. */
  readonly settle: (key: string, text: string, fate: 'left' | 'back') => void;
  /** Writes what is not on disk yet at once, without waiting for anything: the page is going away. */
  readonly flushNow: () => void;
}

/**
 * Where the draft of a contact as a sender lies. A draft belongs to both and never moves; what is written before a sender
 * was chosen (null) becomes the first one's.
 */
export function draftKey(contactId: ContactId, senderId: SenderId | null): string {
  return `${contactId}|${senderId ?? ''}`;
}

/** Where it is remembered which entry a draft is leaving under. */
export function leavingKey(key: string): string {
  return `${key}|leaving`;
}

/** Where a text lies aside while it is leaving. */
export function asideKey(key: string): string {
  return `${key}|aside`;
}

/** Keeps drafts. Changes are seen at once by this page, written soon, and merged with what other windows wrote. */
export function createDraftStore({ item, exclusively, soon }: DraftStoreDeps): DraftStore {
  let stored: Drafts | null = null;
  let shown: Drafts | null = null;
  let unsaved = false;
  const dirty = new Map<string, string>();
  const listeners = new Set<() => void>();

  const show = (): void => {
    shown = stored === null ? null : merged(stored, dirty);
    for (const listener of listeners) listener();
  };
  const learn = (value: Drafts): void => {
    stored = value;
    show();
  };
  const fail = (): void => {
    unsaved = true;
    show();
  };
  const write = async (): Promise<void> => {
    if (dirty.size === 0) return;
    const written = new Map(dirty);
    const next = merged(await item.getValue(), written);
    await item.setValue(next);
    for (const [key, text] of written) if (dirty.get(key) === text) dirty.delete(key);
    unsaved = false;
    learn(next);
  };
  // What could not be written stays to be written with the next change.
  const flush = (): void => void exclusively(write).catch(fail);
  const put = (key: string, text: string): void => {
    dirty.delete(key);
    dirty.set(key, text);
    show();
    soon(flush);
  };
  const join = (key: string, first: string, second: string): void => {
    put(key, [first, second].filter((text) => text !== '').join('\n\n'));
  };

  return {
    start: () => {
      const stop = item.watch(learn, () => {
        if (dirty.size > 0) soon(flush);
      });
      item.getValue().then(learn, () => {
        learn({});
        fail();
      });
      return stop;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    isUnsaved: () => unsaved,
    set: put,
    move: (from, to) => {
      join(to, shown?.[to] ?? '', shown?.[from] ?? '');
      put(from, '');
    },
    leave: (key, text, entryId) => {
      const unsettled = shown?.[asideKey(key)] ?? '';
      put(asideKey(key), text);
      put(leavingKey(key), entryId);
      if (shown?.[key] === text) put(key, '');
      if (unsettled !== '') join(key, unsettled, shown?.[key] ?? '');
    },
    settle: (key, text, fate) => {
      const aside = shown?.[asideKey(key)];
      const written = shown?.[key] ?? '';
      // Not laid aside: version 0.1.0 let it stand in the composer, or another window has put it back there.
      if (fate === 'left' && aside === undefined && written === text) put(key, '');
      const back = aside ?? text;
      if (fate === 'back' && !written.includes(back)) join(key, back, written);
      put(asideKey(key), '');
      put(leavingKey(key), '');
    },
    flushNow: () => {
      if (dirty.size > 0) item.setValue(merged(stored ?? {}, dirty)).catch(fail);
    },
  };
}

/** What changed last stands last, as lib/settings expects it; an emptied draft leaves nothing behind. */
function merged(stored: Drafts, changes: ReadonlyMap<string, string>): Drafts {
  const unchanged = Object.entries(stored).filter(([key]) => !changes.has(key));
  return Object.fromEntries([...unchanged, ...[...changes].filter(([, text]) => text !== '')]);
}
