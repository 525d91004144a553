import * as z from 'zod/mini';
import { UUID_PATTERN } from '@/lib/domain/ids';

/** A text; anything else becomes null. */
export const looseText = z.catch(z.nullable(z.string()), null);

/** A finite number, also as text; anything else becomes null. */
export const looseNumber = z.pipe(
  z.catch(z.union([z.number(), z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/u))]), Number.NaN),
  z.transform((value) => (Number.isFinite(Number(value)) ? Number(value) : null)),
);

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
export const looseFlag = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => FLAGS.get(value) ?? null),
);

/** A UUID in lower case. */
export const uuid = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => text.toLowerCase()),
  ),
  z.string().check(z.regex(UUID_PATTERN)),
);

/** A UUID; anything else becomes null. */
export const looseUuid = z.catch(z.nullable(uuid), null);

/**
 * A time as ISO text; anything else becomes null. Times without a zone are UTC; numbers are seconds or milliseconds since 1970
 * (docs/getsales-api.md#value-types).
 */
export const looseTime = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => {
    const ms = typeof value === 'string' && !EPOCH.test(value) ? parseTime(value) : epochMs(value);
    return Number.isNaN(new Date(ms).getTime()) ? null : new Date(ms).toISOString();
  }),
);

const EPOCH = /^\d{9,16}(?:\.\d+)?$/u;
/** 1973 in ms and 5138 in seconds: what is larger cannot be seconds, what is smaller cannot be ms. */
const SMALLEST_MS = 100_000_000_000;

function epochMs(value: unknown): number {
  const count = typeof value === 'number' || typeof value === 'string' ? Number(value) : 0;
  return count <= 0 ? Number.NaN : Math.trunc(count < SMALLEST_MS ? count * 1_000 : count);
}

function parseTime(text: string): number {
  const [, date, time, zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?$/u.exec(text) ?? [];
  if (date === undefined) return Number.NaN;
  return Date.parse(`${date}T${time ?? '00:00'}${/^[A-Z]{3}$/u.test(zone) ? 'Z' : zone}`);
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
