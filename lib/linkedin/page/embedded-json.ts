/** A page's embedded data: plain records, or none. Never throws; what is too long is not looked at. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const MAX_LENGTH = 2_000_000;

/** The records in the list that stands under `key` of a JSON object. */
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

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null;
}
