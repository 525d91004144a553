import type { JsonRecord } from './values';
import { unknownField } from './problem';

export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
  readonly orderField: string;
  readonly descending: boolean;
}

/** One page in the list envelope (docs/getsales-api.md#pagination-and-sorting). `has_more` is missing on some endpoints. */
export interface PageBody<T> {
  readonly data: readonly T[];
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
  readonly has_more?: boolean;
}

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

function count(value: unknown, fallback: number): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : fallback;
}

/** Reads the paging fields; `per_page`, `page` and `order-field` are silently ignored. */
export function pageRequest(source: JsonRecord, defaultField = 'created_at'): PageRequest {
  const limit = count(source['limit'], DEFAULT_LIMIT);
  return {
    limit: limit === 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT),
    offset: count(source['offset'], 0),
    orderField: typeof source['order_field'] === 'string' ? source['order_field'] : defaultField,
    descending: source['order_type'] !== 'asc',
  };
}

export function pageQuery(params: URLSearchParams, defaultField?: string): PageRequest {
  return pageRequest(Object.fromEntries(params), defaultField);
}

/**
 * Sorts by one field of the wire row. Null is the smallest value, as in MySQL, so a queued message (`sent_at` null) comes
 * last in `desc` (inferred: docs/getsales-api.md#conversation).
 */
export function sortRows<T extends object>(rows: readonly T[], field: string, descending: boolean): readonly T[] {
  if (rows.length > 0 && !rows.some((row) => field in row)) throw unknownField(field);
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => direction * order(Reflect.get(a, field), Reflect.get(b, field)));
}

function order(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = typeof a === 'string' ? a : '';
  const right = typeof b === 'string' ? b : '';
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** One page of sorted rows, each converted for the wire. */
export function pageOf<T, W>(
  rows: readonly T[],
  request: PageRequest,
  toWire: (row: T) => W,
  withHasMore = true,
): PageBody<W> {
  const { limit, offset } = request;
  const data = rows.slice(offset, offset + limit).map(toWire);
  const body = { data, limit, offset, total: rows.length };
  return withHasMore ? { ...body, has_more: offset + data.length < rows.length } : body;
}
