import { useEffect, useState } from 'react';

/** A part of a screen: null until it is loaded. After a failure only a reload can help: browsers don't import it again. */
export type Part<T> = T | 'failed' | null;

/** Starts loading a part at once; its failure is reported by `usePart`. */
export function preload<T>(load: () => Promise<T>): () => Promise<T> {
  const loaded = load();
  loaded.catch(() => undefined);
  return () => loaded;
}

/**
 * A part of a screen that is loaded separately. Not React's `lazy`, which keeps a fallback on screen for at least 300 ms
 * (measured: 380 ms instead of 100).
 */
export function usePart<T>(load: () => Promise<T>, isWanted: boolean): Part<T> {
  const [part, setPart] = useState<Part<T>>(null);
  useEffect(() => {
    if (!isWanted) return;
    void load()
      .catch(() => 'failed' as const)
      .then((loaded) => {
        setPart(() => loaded);
      });
  }, [load, isWanted]);
  return part;
}
