import type { Context } from 'hono';
import type { Quirks } from '../quirks/positions';
import { isRecord, type JsonRecord } from './values';

/** By field: a value, several values, or operators with their operands. */
export type FilterMap = JsonRecord;

/**
 * The filter of a GET: brackets, or one JSON object as the Quick Start says. Any other `filter=` is ignored.
 */
export function queryFilter(params: URLSearchParams, quirks: Readonly<Quirks>): FilterMap {
  const whole = quirks.quickStart === 'answered' ? jsonObject(params.get('filter')) : null;
  return { ...whole, ...bracketFilter(params) };
}

/**
 * Bracket (deepObject) filters of a query string: `filter[a]=1`, `filter[a][]=1`, `filter[a][>=]=1` (docs/getsales-api.md#filters).
 */
export function bracketFilter(params: URLSearchParams): FilterMap {
  const filter: Record<string, unknown> = {};
  for (const [name, value] of params) {
    const parts = /^filter\[([^\]]+)\](?:\[([^\]]*)\])?$/.exec(name);
    const field = parts?.[1];
    if (field === undefined) continue;
    const inner = parts?.[2];
    const before = filter[field];
    if (inner === undefined) filter[field] = value;
    else if (/^\d*$/.test(inner)) filter[field] = [...itemsOf(before), value];
    else filter[field] = { ...(isRecord(before) ? before : {}), [inner]: value };
  }
  return filter;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The filter of `pipeline-stages` and `activities`: a JSON string, with brackets as fallback (docs/getsales-api.md#contradictions).
 * `null` when neither is there or the string is not a JSON object.
 */
export function jsonFilter(params: URLSearchParams): FilterMap | null {
  const text = params.get('filter');
  if (text !== null) return jsonObject(text);
  const brackets = bracketFilter(params);
  return Object.keys(brackets).length > 0 ? brackets : null;
}

/** The JSON object in a text; null when there is none. */
export function jsonObject(text: string | null): FilterMap | null {
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

export function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

/** GetSales accepts `true` and `1`, as JSON and as text. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}
