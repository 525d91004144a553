import * as z from 'zod/mini';
import type { AppError } from '@/lib/domain/app-error';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Failure, Request } from './pipeline/request';

/** GetSales' documented largest page (getsales-api.md 2.3). */
export const PAGE_SIZE = 100;
/** A workspace with more rows than this is cut, rather than asked for ever. */
const MAX_PAGES = 500;

const Envelope = z.object({
  data: z.array(z.unknown()),
  total: z.catch(z.optional(z.number()), undefined),
  has_more: z.catch(z.optional(z.boolean()), undefined),
});

export interface Page {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  /** Offset of the next page, or null at the end: advanced by what came, never by what was asked. */
  readonly nextOffset: number | null;
}

/** Reads a list envelope; null when it is none. */
export function readPage(json: unknown, offset: number): Page | null {
  const parsed = Envelope.safeParse(json);
  if (!parsed.success) return null;
  const { data, total, has_more: hasMore } = parsed.data;
  const reached = offset + data.length;
  const goesOn = data.length > 0 && (hasMore ?? (total !== undefined && reached < total));
  return { rows: data, total: total ?? null, nextOffset: goesOn ? reached : null };
}

export interface PagedCall<T> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly read: (row: unknown) => T | null;
  /** What makes two rows the same: offset paging over changing data repeats rows. */
  readonly id: (row: T) => string;
  readonly signal?: AbortSignal | undefined;
}

/** Every row of a list, in order, without repeats. Ends also when a page brings nothing new. */
export async function readAll<T>(request: Request, call: PagedCall<T>): Promise<Result<readonly T[], Failure>> {
  const found = new Map<string, T>();
  let offset: number | null = 0;
  for (let pages = 0; offset !== null && pages < MAX_PAGES; pages += 1) {
    const query = { ...call.query, limit: String(PAGE_SIZE), offset: String(offset) };
    const answer = await request({ method: 'GET', path: call.path, query, mode: 'read', signal: call.signal });
    if (!answer.ok) return answer;
    const page = readPage(answer.value.json, offset);
    if (page === null) return err(unreadable(answer.value.status));
    const before = found.size;
    for (const row of page.rows) {
      const item = call.read(row);
      if (item !== null && !found.has(call.id(item))) found.set(call.id(item), item);
    }
    offset = found.size > before ? page.nextOffset : null;
  }
  return ok([...found.values()]);
}

/** A 2xx that is not what the contract promises. For a write nobody knows then whether it happened. */
export function unreadable(status: number): Failure {
  const error: AppError = { code: 'unreadable-answer', status };
  return { fate: 'unknown', error, status, hadJson: true };
}
