import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { sandboxClient } from '../testing/sandbox-client';

const Paths = z.record(z.string(), z.record(z.string(), z.unknown()));
const { paths } = z
  .object({ paths: Paths })
  .parse(parse(readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8')));
const METHODS = ['get', 'post', 'put', 'delete'];
const described = Object.entries(paths).flatMap(([path, item]) =>
  Object.keys(item)
    .filter((key) => METHODS.includes(key))
    .map((method) => [method.toUpperCase(), path] as const),
);

const { ask } = sandboxClient();

// The sandbox answers 405 when it has no such route.
test.each(described)('%s %s is served', async (method, path) => {
  const concrete = path
    .replace('/teams/{id}', '/teams/812')
    .replaceAll(/\{\w+\}/g, '7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001');
  const answer = await ask(method, concrete, { probe: 'is it there' });
  expect(answer.status).not.toBe(405);
});
