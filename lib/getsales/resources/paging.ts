import { err, ok, type Result } from '@/lib/domain/result';
import { unreadable, type Call, type Failure, type Request } from '../http/call';
import * as z from 'zod/mini';
import { looseFlag, looseNumber } from '../wire/values';

/** GetSales' documented largest page (docs/getsales-api.md#pagination-and-sorting). */
export const PAGE_SIZE = 100;
/** A workspace with more rows than this is cut, rather than asked for ever. */
const MAX_PAGES = 600;

export interface PagedCall<T> extends Pick<Call, 'path' | 'query' | 'signal'> {
  readonly read: (row: unknown) => T | null;
  /** What makes two rows the same: offset paging over changing data repeats rows. */
  readonly id: (row: T) => string;
  /** Whether a row is what was filtered for: a wrong filter is ignored without an error (docs/getsales-api.md#filters). */
  readonly belongs?: (row: T) => boolean;
}

/**
 * Every row of a list, in the order of arrival, without repeats. Ends at an empty page, and at one that brings nothing
 * new: a list that lies about its length cannot keep us. Rows none of which can be read, or none of which was asked for,
 * are an unreadable answer and not an empty list.
 */
export async function readAll<T>(request: Request, call: PagedCall<T>): Promise<Result<readonly T[], Failure>> {
  const found = new Map<string, T>();
  let offset: number | null = 0;
  for (let pages = 0; offset !== null && pages < MAX_PAGES; pages += 1) {
    const query = { ...call.query, limit: String(PAGE_SIZE), offset: String(offset) };
    const answer = await request({ method: 'GET', path: call.path, query, mode: 'read', signal: call.signal });
    if (!answer.ok) return answer;
    const page = readPage(answer.value.json, offset);
    const rows = page === null ? null : readRows(page.rows, call);
    if (page === null || rows === null) return err(unreadable(answer.value.status));
    const before = found.size;
    for (const row of rows) if (!found.has(call.id(row))) found.set(call.id(row), row);
    offset = found.size > before ? page.nextOffset : null;
  }
  return ok([...found.values()]);
}

/** The rows that can be read and belong; null when there are rows and none does. */
export function readRows<T>(
  rows: readonly unknown[],
  { read, belongs }: Pick<PagedCall<T>, 'read' | 'belongs'>,
): readonly T[] | null {
  const kept = rows.flatMap((row) => {
    const item = read(row);
    return item !== null && (belongs?.(item) ?? true) ? [item] : [];
  });
  return kept.length === 0 && rows.length > 0 ? null : kept;
}

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
