import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { inputs } from './protocol';

/** Paths of the texts and arrays in a JSON schema whose length has no limit. */
function unlimitedIn(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = new Map<string, unknown>(Object.entries(schema));
  // A type is a name, or a list of names when null is allowed.
  const types = [own.get('type')].flat();
  const isText = types.includes('string') && !['maxLength', 'pattern', 'enum'].some((limit) => own.has(limit));
  const isArray = types.includes('array') && !own.has('maxItems');
  const below = [...own].flatMap(([name, each]) => unlimitedIn(each, `${path}.${name}`));
  return isText || isArray ? [path, ...below] : below;
}

test('finds planted texts and arrays without a limit', () => {
  const planted = z.toJSONSchema(z.strictObject({ open: z.nullable(z.string()), all: z.array(z.enum(['a'])) }));
  expect(unlimitedIn(planted, '')).toEqual(['.properties.open', '.properties.all']);
});

test.each(Object.entries(inputs))('%s limits the length of every text and array', (_, input) => {
  expect(unlimitedIn(z.toJSONSchema(input), '')).toEqual([]);
});
