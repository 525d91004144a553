import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { ContactId, EntryId, ListId, MessageId, SenderId } from './ids';

const UUID = '0a1b2c3d-4e5f-4a6b-8c9d-0e1f2a3b4c5d';

describe.each<[string, z.ZodMiniType]>([
  ['contact', ContactId],
  ['list', ListId],
  ['sender', SenderId],
  ['message', MessageId],
  ['entry', EntryId],
])('the id of a %s', (_name, schema) => {
  test('is a UUID, in lower case whatever was received', () => {
    expect(schema.parse(UUID)).toBe(UUID);
    expect(schema.parse(UUID.toUpperCase())).toBe(UUID);
  });

  test.each([
    '',
    'mira-okonkwo',
    UUID.replaceAll('-', ''),
    UUID.slice(1),
    `${UUID}0`,
    `0${UUID}`,
    `${UUID}\n`,
    ` ${UUID}`,
    `{${UUID}}`,
    `${UUID}/../lists`,
    UUID.replace('a', 'g'),
    UUID.replace('-4e5f-', '-4e5-f'),
    ...[8, 13, 18, 23].map((at) => `${UUID.slice(0, at - 1)}${UUID.slice(at)}`),
    ...[8, 13, 18, 23].map((at) => `${UUID.slice(0, at - 1)}-${UUID.slice(at)}`),
    ...[0, 9, 14, 19, 24].map((at) => `${UUID.slice(0, at)}x${UUID.slice(at + 1)}`),
    null,
    7,
  ])('is not %j', (received) => {
    expect(schema.safeParse(received).success).toBe(false);
  });
});
