import * as z from 'zod/mini';
import { uuid as uuidOf } from '@/lib/domain/ids';

/** A text; anything else becomes null. */
export const looseText = z.catch(z.nullable(z.string()), null);

/** A value of any type, as what `read` makes of it. */
function loose<T>(read: (value: unknown) => T) {
  return z.pipe(z.optional(z.unknown()), z.transform(read));
}

/** A finite number, also as text; anything else becomes null. */
export const looseNumber = loose(toNumber);

/** A finite number, also from text; null for anything else. */
export function toNumber(value: unknown): number | null {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/u.test(value));
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : null;
}

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ['1', true],
  ['true', true],
  [false, false],
  [0, false],
  ['0', false],
  ['false', false],
]);

/** A boolean, also as 0 or 1 (docs/getsales-api.md#value-types); anything else becomes null. */
export const looseFlag = loose((value) => FLAGS.get(value) ?? null);

/** A UUID, made lower case. */
export const uuid = uuidOf();

/** A UUID; anything else becomes null. */
export const looseUuid = z.catch(z.nullable(uuid), null);

/**
 * A time as ISO text; anything else becomes null. Times without a zone are UTC; numbers are seconds or milliseconds since 1970
 * (docs/getsales-api.md#value-types).
 */
export const looseTime = loose((value) => {
  const time = new Date(epochMs(toNumber(value)) ?? parseTime(String(value)));
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
});

/** 1973 in seconds; smaller numbers are no times. */
const SMALLEST = 100_000_000;

/** What is too large for seconds (the year 5138) is in milliseconds. */
function epochMs(count: number | null): number | null {
  if (count === null) return null;
  if (count < SMALLEST) return Number.NaN;
  return count < SMALLEST * 1_000 ? count * 1_000 : count;
}

function parseTime(text: string): number {
  const parts =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(?: ?(?:(Z|[+-]\d\d:?\d\d)|UTC|GMT))?$/u.exec(text);
  return parts === null ? Number.NaN : Date.parse(`${parts[1] ?? ''}T${parts[2] ?? '00:00'}${parts[3] ?? 'Z'}`);
}

/** An array without the elements that do not match; anything else becomes an empty array. */
export function looseArray<T>(row: z.ZodMiniType<T>): z.ZodMiniType<T[]> {
  return z.pipe(
    z.catch(z.array(z.unknown()), []),
    z.transform((rows) =>
      rows.flatMap((each) => {
        const parsed = row.safeParse(each);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );
}

/** The property of a plain object; undefined for anything else. */
export function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** One record, unwrapped from `data` where an answer has that (docs/getsales-api.md#client-rules). */
export function unwrapData(json: unknown): unknown {
  const data = property(json, 'data');
  return data !== undefined && property(json, 'uuid') === undefined ? data : json;
}

/** Undefined, null, `{}` or `[]`: GetSales writes an empty map as `[]` (docs/getsales-api.md#errors). */
export function isEmpty(json: unknown): boolean {
  return json === undefined || json === null || (typeof json === 'object' && Object.keys(json).length === 0);
}
