import type { JsonRecord } from './values';
import { invalid, Problem, unknownField } from './problem';
import type { Quirks } from '../quirks/positions';

export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
  readonly orderField: string;
  readonly descending: boolean;
}

/** The order of a list without a stated one. */
export interface PageDefaults {
  readonly orderField?: string;
  readonly orderType?: 'asc' | 'desc';
}

/** One page in the list envelope (docs/getsales-api.md#pagination-and-sorting). `has_more` is missing on some endpoints. */
export interface PageBody<T> {
  readonly data: readonly T[];
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
  readonly has_more?: boolean;
}

const DEFAULT_LIMIT = 20;

function count(value: unknown, fallback: number): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : fallback;
}

const MAX_LIMITS = { 'at-most-100': 100, 'as-asked': Infinity, 'at-most-10': 10 } as const;
const WINDOW = 10_000;

/**
 * Reads the paging fields; `per_page` and `page` are silently ignored. Sorting is also read under the names of the Quick Start.
 */
export function pageRequest(source: JsonRecord, quirks: Readonly<Quirks>, usual: PageDefaults = {}): PageRequest {
  const asked = count(source['limit'], DEFAULT_LIMIT);
  const limit = Math.min(asked === 0 ? DEFAULT_LIMIT : asked, MAX_LIMITS[quirks.pageSize]);
  const offset = count(source['offset'], 0);
  if (quirks.window === 'ten-thousand' && offset + limit > WINDOW) {
    const message = `Result window is too large, from + size must be less than or equal to: [${WINDOW}]`;
    throw new Problem(500, 'internal_error', message, 'Server Error');
  }
  const named = (field: string, spelling: string): unknown =>
    source[field] ?? (quirks.quickStart === 'answered' ? source[spelling] : undefined);
  const orderField = named('order_field', 'order-field');
  const orderType = named('order_type', 'order-type') ?? usual.orderType ?? 'desc';
  if (quirks.words === 'strict' && orderType !== 'asc' && orderType !== 'desc') {
    throw invalid({ order_type: ['The selected order type is invalid.'] });
  }
  return {
    limit,
    offset,
    orderField: typeof orderField === 'string' ? orderField : (usual.orderField ?? 'created_at'),
    descending: orderType !== 'asc',
  };
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

/** One page of sorted rows. */
export function pageOf<T>(rows: readonly T[], request: PageRequest, withHasMore: boolean): PageBody<T> {
  const { limit, offset } = request;
  const data = rows.slice(offset, offset + limit);
  const body = { data, limit, offset, total: rows.length };
  return withHasMore ? { ...body, has_more: offset + data.length < rows.length } : body;
}
