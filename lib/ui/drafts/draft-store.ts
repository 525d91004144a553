import type { EntryId } from '@/lib/domain/ids';
import { sendingEntryKey, sendingTextKey } from './draft-keys';

type Drafts = Readonly<Record<string, string>>;

export interface DraftItem {
  getValue(): Promise<Drafts>;
  setValue(value: Drafts): Promise<void>;
  /** @param onWritable called when writing is possible again after it was refused */
  watch(onTexts: (value: Drafts) => void, onWritable: () => void): () => void;
}

interface DraftStoreDeps {
  readonly item: DraftItem;
  /** Runs one task at a time across all our pages, so that two windows do not overwrite each other. */
  readonly exclusively: (task: () => Promise<void>) => Promise<unknown>;
  /** Runs a task a little later; another call replaces a task that has not run yet. */
  readonly soon: (task: () => void) => void;
}

/** The drafts of every contact and sender, in memory and, a moment later, on disk. */
export interface DraftStore {
  /** Reads the stored drafts and follows their changes until stopped. */
  readonly start: () => () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Null until the stored drafts have been read. A new object after every change. */
  readonly snapshot: () => Drafts | null;
  /** The browser could not write: typed text exists only on this page. */
  readonly isUnsaved: () => boolean;
  readonly set: (key: string, text: string) => void;
  /** Appends a text to the draft of another key of the same contact. */
  readonly move: (from: string, to: string) => void;
  /**
   * Sets this text aside while it is being sent, so that the next one can be written. The entry id is stored with it, so the
   * outcome can be looked up even if the panel closes.
   */
  readonly setAside: (key: string, text: string, entryId: EntryId) => void;
  /** `discard`: the text is stored elsewhere. `restore`: it becomes the draft again, above text written since. */
  readonly settle: (key: string, text: string, outcome: 'discard' | 'restore') => void;
  /** Writes unsaved changes at once, without waiting: the page is closing. */
  readonly flushNow: () => void;
}

/** Creates the store of drafts. This page sees changes at once; they are written soon and merged with those of other windows. */
export function createDraftStore({ item, exclusively, soon }: DraftStoreDeps): DraftStore {
  let stored: Drafts | null = null;
  let shown: Drafts | null = null;
  let isUnsaved = false;
  const dirty = new Map<string, string>();
  const listeners = new Set<() => void>();

  const show = (): void => {
    shown = stored === null ? null : merged(stored, dirty);
    for (const listener of listeners) listener();
  };
  const onStored = (value: Drafts): void => {
    stored = value;
    show();
  };
  const fail = (): void => {
    isUnsaved = true;
    show();
  };
  const write = async (): Promise<void> => {
    if (dirty.size === 0) return;
    const written = new Map(dirty);
    const next = merged(await item.getValue(), written);
    await item.setValue(next);
    for (const [key, text] of written) if (dirty.get(key) === text) dirty.delete(key);
    isUnsaved = false;
    onStored(next);
  };
  // Changes that could not be written are retried with the next change.
  const flush = (): void => void exclusively(write).catch(fail);
  const set = (key: string, text: string): void => {
    dirty.delete(key);
    dirty.set(key, text);
    show();
    soon(flush);
  };
  const join = (key: string, first: string, second: string): void => {
    set(key, [first, second].filter((text) => text !== '').join('\n\n'));
  };

  return {
    start: () => {
      const stop = item.watch(onStored, () => {
        if (dirty.size > 0) soon(flush);
      });
      item.getValue().then(onStored, () => {
        onStored({});
        fail();
      });
      return stop;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    isUnsaved: () => isUnsaved,
    set,
    move: (from, to) => {
      join(to, shown?.[to] ?? '', shown?.[from] ?? '');
      set(from, '');
    },
    setAside: (key, text, entryId) => {
      const unsettled = shown?.[sendingTextKey(key)] ?? '';
      set(sendingTextKey(key), text);
      set(sendingEntryKey(key), entryId);
      if (shown?.[key] === text) set(key, '');
      if (unsettled !== '') join(key, unsettled, shown?.[key] ?? '');
    },
    settle: (key, text, outcome) => {
      const aside = shown?.[sendingTextKey(key)];
      const written = shown?.[key] ?? '';
      // Not set aside: version 0.1.0 left it in the composer, or another window restored it there.
      if (outcome === 'discard' && aside === undefined && written === text) set(key, '');
      const restored = aside ?? text;
      if (outcome === 'restore' && !written.includes(restored)) join(key, restored, written);
      set(sendingTextKey(key), '');
      set(sendingEntryKey(key), '');
    },
    flushNow: () => {
      if (dirty.size > 0) item.setValue(merged(stored ?? {}, dirty)).catch(fail);
    },
  };
}

/** The last changed draft comes last, as lib/settings expects; empty drafts are removed. */
function merged(stored: Drafts, changes: ReadonlyMap<string, string>): Drafts {
  const unchanged = Object.entries(stored).filter(([key]) => !changes.has(key));
  return Object.fromEntries([...unchanged, ...[...changes].filter(([, text]) => text !== '')]);
}
