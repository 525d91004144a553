import * as z from 'zod/mini';
import { UUID_PATTERN } from '@/lib/domain/ids';

/** A text or null; anything else that GetSales may put there counts as null. */
export const looseText = z.catch(z.nullable(z.string()), null);

/** A number, also as text; anything else counts as null. */
export const looseNumber = z.catch(
  z.nullable(
    z.pipe(
      z.union([z.number(), z.string()]),
      z.transform((value) => {
        const number = Number(value);
        return Number.isFinite(number) ? number : null;
      }),
    ),
  ),
  null,
);

/** A UUID in lower case. */
export const uuid = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => text.toLowerCase()),
  ),
  z.string().check(z.regex(UUID_PATTERN)),
);

/** A UUID, or null for anything that is none. */
export const looseUuid = z.catch(z.nullable(uuid), null);

/** A time that `Date` understands, as ISO; null otherwise. */
export const looseTime = z.pipe(
  looseText,
  z.transform((text) => {
    const ms = text === null ? Number.NaN : Date.parse(text);
    return Number.isNaN(ms) ? null : new Date(ms).toISOString();
  }),
);

/** An array of what fits; rows that do not fit are left out, and anything but an array counts as empty. */
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
