import { isObject } from './dom';

/** A record in a page's embedded JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const MAX_LENGTH = 2_000_000;

/** The records in the list at `key` of a JSON object; empty for texts that are too long or no JSON. Never throws. */
export function recordsUnder(key: string, text: string): readonly JsonRecord[] {
  if (text.length > MAX_LENGTH) return [];
  try {
    const data: unknown = JSON.parse(text);
    const list = isRecord(data) && Object.hasOwn(data, key) ? data[key] : [];
    return Array.isArray(list) ? list.filter(isRecord) : [];
  } catch {
    return [];
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return isObject(value);
}
