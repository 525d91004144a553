import { useEffect, useState } from 'react';

/** The part of a stored item that the hook needs; all items of lib/settings have it. */
interface StoredItem<T> {
  readonly fallback: T;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(callback: (value: T) => void): () => void;
}

export interface Setting<T> {
  readonly value: T;
  /** False until the stored value has been read; until then `value` is the fallback. */
  readonly loaded: boolean;
  /** The last change could not be written; `value` is the previous one. */
  readonly failed: boolean;
  readonly set: (value: T) => void;
}

/**
 * Calls back with the stored value, then with every later one; returns how to stop. A read that is slower than a change does
 * not overwrite it. A storage that cannot be read counts as never written.
 */
export function followItem<T>(item: StoredItem<T>, onValue: (value: T) => void): () => void {
  let isReadWanted = true;
  const unwatch = item.watch((value) => {
    isReadWanted = false;
    onValue(value);
  });
  void item
    .getValue()
    .catch(() => item.fallback)
    .then((value) => {
      if (isReadWanted) onValue(value);
    });
  return () => {
    isReadWanted = false;
    unwatch();
  };
}

/** A stored item as React state, updated when any page changes it. */
export function useSetting<T>(item: StoredItem<T>): Setting<T> {
  const [state, setState] = useState({ value: item.fallback, loaded: false, failed: false });
  useEffect(
    () =>
      followItem(item, (value) => {
        setState({ value, loaded: true, failed: false });
      }),
    [item],
  );
  return {
    ...state,
    set: (value) => {
      setState({ value, loaded: true, failed: false });
      item.setValue(value).catch(() => {
        setState({ value: state.value, loaded: true, failed: true });
      });
    },
  };
}
