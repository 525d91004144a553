import { isRecord, type JsonRecord, wireTime } from './values';
import { unknownField } from './problem';

function asText(value: unknown): string {
  return typeof value === 'string' ? value : String(value);
}

function compare(value: unknown, operator: string, operand: unknown): boolean {
  const left = asText(value ?? '');
  const right = asText(operand);
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
    case '<>':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      throw unknownField(operator);
  }
}

/** `{"from": "2026-11-01", "to": "2026-11-30"}`: days or times, both included. */
function isPeriod(wanted: JsonRecord): boolean {
  return 'from' in wanted || 'to' in wanted;
}

function isWithin(time: string, { from, to }: JsonRecord): boolean {
  const start = asText(from ?? '');
  const end = asText(to ?? '\uffff');
  return time.slice(0, start.length) >= start && time.slice(0, end.length) <= end;
}

function matchesOne(value: unknown, wanted: unknown): boolean {
  if (wanted === 'is_null') return value === null;
  if (wanted === 'is_not_null') return value !== null;
  if (Array.isArray(value)) return (Array.isArray(wanted) ? wanted : [wanted]).some((item) => value.includes(item));
  if (Array.isArray(wanted)) return wanted.some((item) => asText(value ?? '') === asText(item));
  if (isRecord(wanted) && isPeriod(wanted)) return isWithin(asText(value ?? ''), wanted);
  if (isRecord(wanted)) return Object.entries(wanted).every(([operator, operand]) => compare(value, operator, operand));
  return asText(value ?? '') === asText(wanted);
}

/**
 * The rows that match a filter (docs/getsales-api.md#filters). A field outside `known` is a 500; `q` searches the `searched`
 * fields if there are any.
 */
export function filterRows<T extends object>(
  rows: readonly T[],
  filter: JsonRecord,
  known: readonly string[],
  searched: readonly string[] = [],
): readonly T[] {
  const wanted = Object.entries(filter);
  const unknown = wanted.find(([field]) => !known.includes(field) && !(field === 'q' && searched.length > 0));
  if (unknown !== undefined) throw unknownField(unknown[0]);
  if (wanted.length === 0) return rows;
  return rows.filter((row) =>
    wanted.every(([field, value]) =>
      field === 'q' ? contains(row, searched, value) : matchesOne(Reflect.get(row, field), value),
    ),
  );
}

/** Free text: every word of `q` is in one of the fields. */
function contains(row: object, fields: readonly string[], q: unknown): boolean {
  const haystack = fields.map((field) => asText(Reflect.get(row, field) ?? '').toLowerCase()).join('\n');
  return asText(q)
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** Simulates a list that lags behind: without rows written through the API less than `lagMs` ago. */
export function withoutFresh<T extends { readonly created_at: string }>(
  rows: readonly T[],
  lagMs: number,
  clock: { readonly now: () => number; readonly seededAt: number },
): readonly T[] {
  if (lagMs === 0) return rows;
  const horizon = wireTime(clock.now() - lagMs);
  const seeded = wireTime(clock.seededAt);
  return rows.filter((row) => row.created_at <= horizon || row.created_at < seeded);
}
