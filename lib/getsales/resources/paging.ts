import { err, ok, type Result } from '@/lib/domain/result';
import { unreadable, type Call, type Failure, type Request } from '../http/call';
import * as z from 'zod/mini';
import { looseFlag, looseNumber } from '../wire/values';

/** The largest documented page (docs/getsales-api.md#pagination-and-sorting). */
export const PAGE_SIZE = 100;
/** Beyond this row GetSales was seen to answer 500 (docs/getsales-api.md#pagination-and-sorting). */
const LAST_SURE_ROW = 10_000;
/** Stops endless paging. */
const MAX_PAGES = 600;

export interface PagedCall<T> extends Pick<Call, 'path' | 'query' | 'signal'> {
  readonly read: (row: unknown) => T | null;
  /** Identifies a row, because offset paging over changing data repeats rows. */
  readonly id: (row: T) => string;
  /** Whether a row matches the filter, because GetSales ignores a wrong filter without an error (docs/getsales-api.md#filters). */
  readonly belongs?: (row: T) => boolean;
  /** Whether the rows so far are kept when GetSales fails at a later page; else the whole read fails. */
  readonly keepsRows?: boolean;
}

/** The rows that GetSales gave. */
export interface Rows<T> {
  readonly rows: readonly T[];
  /** Whether there are further rows, which paging cannot reach. */
  readonly more: boolean;
}

/**
 * The rows of a list, in the order of arrival, without duplicates. Ends at an empty page and at one without new rows, so a
 * wrong `total` cannot cause endless paging. If a page has rows but none is readable or matches, the answer counts as
 * unreadable, not as an empty list.
 */
export async function readAll<T>(request: Request, call: PagedCall<T>): Promise<Result<Rows<T>, Failure>> {
  const found = new Map<string, T>();
  const rowsSoFar = (more: boolean) => ok({ rows: [...found.values()], more });
  let offset: number | null = 0;
  for (let pages = 0; offset !== null; pages += 1) {
    if (pages >= MAX_PAGES) return rowsSoFar(true);
    const query = { ...call.query, limit: String(PAGE_SIZE), offset: String(offset) };
    const mode = offset + PAGE_SIZE > LAST_SURE_ROW ? 'preflight' : 'read';
    const answer = await request({ method: 'GET', path: call.path, query, mode, signal: call.signal });
    if (!answer.ok)
      return call.keepsRows === true && offset > 0 && isServerFailure(answer.error) ? rowsSoFar(true) : answer;
    const page = readPage(answer.value.json, offset);
    const rows = page === null ? null : readRows(page.rows, call);
    if (page === null || rows === null) return err(unreadable(answer.value.status));
    const before = found.size;
    for (const row of rows) if (!found.has(call.id(row))) found.set(call.id(row), row);
    offset = found.size > before ? page.nextOffset : null;
  }
  return rowsSoFar(false);
}

function isServerFailure({ refusal }: Failure): boolean {
  return refusal !== null && refusal.status >= 500;
}

/** The readable, matching rows; null when there are rows but none is. */
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
  /** Offset of the next page, or null at the end. Counts the rows received, not the limit asked for. */
  readonly nextOffset: number | null;
}

/**
 * Reads a list envelope (docs/getsales-api.md#pagination-and-sorting); null when it is not one. `has_more` decides whether
 * there is a next page, else `total`; without both, paging goes on until an empty page. A bare array is a complete list.
 */
export function readPage(json: unknown, offset: number): Page | null {
  if (Array.isArray(json)) return { rows: json, total: null, nextOffset: null };
  const parsed = Envelope.safeParse(json);
  if (!parsed.success) return null;
  const { data, total: givenTotal, has_more: hasMore } = parsed.data;
  const total = givenTotal !== null && givenTotal >= 0 ? givenTotal : null;
  const reached = offset + data.length;
  const hasNext = data.length > 0 && (hasMore ?? (total === null || reached < total));
  return { rows: data, total, nextOffset: hasNext ? reached : null };
}
