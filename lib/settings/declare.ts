import { storage } from 'wxt/utils/storage';
import type * as z from 'zod/mini';

/** When a stored item goes: with the key, or never. A test proves that sign-out leaves only the latter. */
export type ErasedAt = 'sign-out' | 'never';

/** A stored item. What is read is parsed; anything that does not fit its schema counts as never written. */
export interface SettingItem<T> {
  readonly key: `${'local' | 'session'}:${string}`;
  readonly erasedAt: ErasedAt;
  readonly fallback: T;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with every later value, whoever wrote it; returns how to stop. */
  watch(callback: (value: T) => void): () => void;
}

interface Declaration<T> {
  readonly key: SettingItem<T>['key'];
  readonly erasedAt: ErasedAt;
  readonly schema: z.ZodMiniType<T>;
  readonly fallback: T;
}

/** Declares one stored item at version 1. A later version brings a migration, with example documents. */
export function declare<T>({ key, erasedAt, schema, fallback }: Declaration<T>): SettingItem<T> {
  const item = storage.defineItem<unknown>(key, { version: 1 });
  const parse = (stored: unknown): T => {
    const parsed = schema.safeParse(stored);
    return parsed.success ? parsed.data : fallback;
  };
  return {
    key,
    erasedAt,
    fallback,
    getValue: async () => parse(await item.getValue()),
    setValue: (value) => item.setValue(value),
    remove: () => item.removeValue({ removeMeta: true }),
    watch: (callback) =>
      item.watch((value) => {
        callback(parse(value));
      }),
  };
}
