import { freshStorage } from '@/e2e/support/extension-storage';
import { expect, test } from 'vitest';
import { LEGACY_ACCOUNT_ID } from '@/lib/domain/account';
import { entryIdOf } from '@/lib/outbox/testing/entries';
import { drafts, newestDrafts } from './items';

const many = (count: number, text: string) =>
  Object.fromEntries(Array.from({ length: count }, (_each, n) => [`contact-${String(n)}|sender`, text]));

test('drafts within the bounds stay as they are, in their order', () => {
  const two = { 'b|x': 'two', 'a|x': 'one' };
  expect(Object.entries(newestDrafts(two))).toEqual(Object.entries(two));
});

test('of too many drafts the oldest go', () => {
  const kept = Object.keys(newestDrafts(many(202, 'text')));
  expect(kept).toHaveLength(200);
  expect(kept.at(0)).toBe('contact-2|sender');
  expect(kept.at(-1)).toBe('contact-201|sender');
});

test('of too long drafts the oldest go, and the newest stays whatever its length', () => {
  const long = 'x'.repeat(125_000);
  expect(Object.keys(newestDrafts(many(6, long)))).toHaveLength(4);
  const endless = 'x'.repeat(500_001);
  expect(newestDrafts({ 'a|x': 'old', 'b|x': endless })).toEqual({ 'b|x': endless });
});

test('drafts of version 0.1.0 belong to the one account that it knew', async () => {
  const recorded = { '00000000-0000-4000-8000-000000000001|': 'Hello Ana', 'contact|sender': 'Hello Jonas' };
  await freshStorage().local.set({ drafts: recorded });
  expect(await drafts.getValue()).toEqual({ account: LEGACY_ACCOUNT_ID, texts: recorded });
});

test('a text that version 2 stored as being sent still belongs to its entry, and its place among the drafts is kept', async () => {
  const texts = { 'a|x': 'old', 'a|y|aside': 'Hello Ana', 'a|y|leaving': entryIdOf(1), 'b|x': 'new |aside' };
  await freshStorage().local.set({ drafts: { $version: 2, value: { account: LEGACY_ACCOUNT_ID, texts } } });
  const read = Object.entries((await drafts.getValue())?.texts ?? {});
  expect(read).toEqual([
    ['a|x', 'old'],
    ['a|y|sendingText', 'Hello Ana'],
    ['a|y|sendingEntry', entryIdOf(1)],
    ['b|x', 'new |aside'],
  ]);
});
