/** Any JSON object, read key by key. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object; anything else becomes `{}`, also the `[]` that clients send for an empty map. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** GetSales writes times as ISO 8601 in UTC with microseconds (docs/getsales-api.md#value-types). */
export function wireTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}000Z`;
}
