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

/** A stored item as React state, updated when any page changes it. */
export function useSetting<T>(item: StoredItem<T>): Setting<T> {
  const [state, setState] = useState({ value: item.fallback, loaded: false, failed: false });
  useEffect(() => {
    let current = true;
    const show = (value: T): void => {
      if (current) setState({ value, loaded: true, failed: false });
    };
    void item.getValue().then(show);
    const unwatch = item.watch(show);
    return () => {
      current = false;
      unwatch();
    };
  }, [item]);
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
