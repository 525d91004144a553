/** The property of a plain object; undefined for anything else. */
export function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** One record, also where it stands under `data`, as some answers have it (docs/getsales-api.md#client-rules). */
export function unwrapData(json: unknown): unknown {
  const data = property(json, 'data');
  return data !== undefined && property(json, 'uuid') === undefined ? data : json;
}

/** Nothing at all, or one of the empty shapes: PHP writes an empty map as `[]` (docs/getsales-api.md#errors). */
export function isEmpty(json: unknown): boolean {
  return json === undefined || json === null || (typeof json === 'object' && Object.keys(json).length === 0);
}
