import { useEffect, useState } from 'react';

/** The part of a stored item that a hook needs; every item of lib/settings fits. */
interface StoredItem<T> {
  readonly fallback: T;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(callback: (value: T) => void): () => void;
}

export interface Setting<T> {
  readonly value: T;
  /** False until the stored value has been read; `value` is the fallback so far. */
  readonly loaded: boolean;
  /** The last change could not be written; `value` is the one before it. */
  readonly failed: boolean;
  readonly set: (value: T) => void;
}

/** A stored item as React state: read once, followed afterwards, also when another page changes it. */
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
