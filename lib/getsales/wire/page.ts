import * as z from 'zod/mini';
import { looseFlag, looseNumber } from './scalars';

const Envelope = z.object({ data: z.array(z.unknown()), total: looseNumber, has_more: looseFlag });

export interface Page {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  /** Offset of the next page, or null at the end: advanced by what came, never by what was asked. */
  readonly nextOffset: number | null;
}

/**
 * Reads a list envelope (docs/getsales-api.md#pagination-and-sorting); null when it is none. `has_more` is believed first, then `total`; where
 * neither is given, it goes on until an empty page. A bare array is a whole list.
 */
export function readPage(json: unknown, offset: number): Page | null {
  if (Array.isArray(json)) return { rows: json, total: null, nextOffset: null };
  const parsed = Envelope.safeParse(json);
  if (!parsed.success) return null;
  const { data, total: said, has_more: hasMore } = parsed.data;
  const total = said !== null && said >= 0 ? said : null;
  const reached = offset + data.length;
  const goesOn = data.length > 0 && (hasMore ?? (total === null || reached < total));
  return { rows: data, total, nextOffset: goesOn ? reached : null };
}
