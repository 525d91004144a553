/** What `declare` needs of a schema. Every zod schema fits. */
export interface StoredSchema<T> {
  safeParse(stored: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

function schemaOf<T>(fits: (stored: unknown) => stored is T): StoredSchema<T> {
  return { safeParse: (stored) => (fits(stored) ? { success: true, data: stored } : { success: false }) };
}

export const counter = schemaOf((stored) => typeof stored === 'number');

export const textOrNull = schemaOf((stored) => stored === null || typeof stored === 'string');
