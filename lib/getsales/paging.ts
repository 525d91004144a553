import { err, ok, type Result } from '@/lib/domain/result';
import { unreadable, type Call, type Failure, type Request } from './http/call';
import { readPage } from './wire/page';

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
