import type { Context } from 'hono';
import type { SandboxEnv } from '../env';
import { filterRows } from '../wire/filter';
import { pageOf, pageRequest, sortRows, type PageBody, type PageDefaults } from '../wire/page';
import { queryFilter, queryOf, type FilterMap } from '../wire/query';
import { recordOf, type JsonRecord } from '../wire/values';

/** How one list of the API is filtered, sorted and answered. */
export interface ListPlan extends PageDefaults {
  /** Fields of the filter. Absent where the route reads no filter. */
  readonly filters?: readonly string[];
  /** Fields that `q` searches; without any, `q` is unknown. */
  readonly searched?: readonly string[];
  /** The rows have an order of their own. */
  readonly isSorted?: boolean;
  readonly withHasMore?: boolean;
}

interface Listing {
  readonly source: JsonRecord;
  readonly filter: FilterMap;
}

/** The page that a GET asks for. */
export function queriedPage<T extends object>(
  c: Context<SandboxEnv>,
  rows: readonly T[],
  plan: ListPlan,
  filter: FilterMap = queryFilter(queryOf(c), c.get('quirks')),
): PageBody<T> {
  return page(c, rows, plan, { source: Object.fromEntries(queryOf(c)), filter });
}

/** The page that a POST asks for in its body. */
export function postedPage<T extends object>(
  c: Context<SandboxEnv>,
  rows: readonly T[],
  plan: ListPlan,
  body: JsonRecord,
): PageBody<T> {
  return page(c, rows, plan, { source: body, filter: recordOf(body['filter']) });
}

function page<T extends object>(
  c: Context<SandboxEnv>,
  rows: readonly T[],
  plan: ListPlan,
  { source, filter }: Listing,
): PageBody<T> {
  const { filters, searched, isSorted = false, withHasMore = true } = plan;
  const wanted = pageRequest(source, c.get('quirks'), plan);
  const kept = filters === undefined ? rows : filterRows(rows, filter, filters, searched);
  const sorted = isSorted ? kept : sortRows(kept, wanted.orderField, wanted.descending);
  return pageOf(sorted, wanted, withHasMore);
}

/** The same page with each row in its form for the wire. */
export function mapRows<T, W>(body: PageBody<T>, toWire: (row: T) => W): PageBody<W> {
  return { ...body, data: body.data.map(toWire) };
}
