import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { inputs } from './protocol';

const LONG = 1_000_000;

/** Paths of the texts and arrays in a schema that accept a million characters or elements. */
function unlimitedIn(schema: z.core.$ZodType, path: string): readonly string[] {
  if (schema instanceof z.ZodMiniString) return schema.safeParse('a'.repeat(LONG)).success ? [path] : [];
  if (schema instanceof z.ZodMiniArray) {
    const anything = z.clone(schema, { ...schema.def, element: z.unknown() });
    const isLimited = !anything.safeParse(Array.from({ length: LONG })).success;
    return [...(isLimited ? [] : [path]), ...unlimitedIn(schema.def.element, `${path}[]`)];
  }
  if (schema instanceof z.ZodMiniObject)
    return Object.entries(schema.def.shape).flatMap(([name, each]) => unlimitedIn(each, `${path}.${name}`));
  if (schema instanceof z.ZodMiniRecord)
    return [...unlimitedIn(schema.def.keyType, `${path}{}`), ...unlimitedIn(schema.def.valueType, `${path}{}`)];
  const { innerType } = { innerType: undefined, ...schema._zod.def };
  return isSchema(innerType) ? unlimitedIn(innerType, path) : [];
}

const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value;

test('finds planted texts and arrays without a limit', () => {
  const planted = z.strictObject({ open: z.nullable(z.string()), all: z.optional(z.array(z.enum(['a']))) });
  expect(unlimitedIn(planted, '')).toEqual(['.open', '.all']);
});

test.each(Object.entries(inputs))('%s limits the length of every text and array', (_, input) => {
  expect(unlimitedIn(input, '')).toEqual([]);
});
