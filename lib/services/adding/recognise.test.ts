import { expect, test } from 'vitest';
import type { Contact } from '@/lib/domain/contact';
import { err, ok, type Result } from '@/lib/domain/result';
import { addEntry, contactB } from '@/lib/outbox/testing/entries';
import { contactOf } from '@/lib/domain/testing/contact';
import { recognise } from './answered-contact';

const { identity } = addEntry(1);
const mira = contactOf();
/** The contact that GetSales answers with has no LinkedIn ids. */
const answer = contactOf({ slug: null });
const another = contactOf({ id: contactB, slug: 'someone-else' });
const namesake = contactOf({ id: contactB });

test.each<[string, Contact | 'absent' | null, Result<Contact | null>, object]>([
  ['was found before', answer, err({ code: 'offline' }), ok('same')],
  ['is not the one found before', namesake, ok(namesake), ok('other')],
  ['is found now', 'absent', ok(mira), ok('same')],
  ['is found now, and could not be looked up before', null, ok(mira), ok('same')],
  ['is not found, nor anyone', 'absent', ok(null), ok('unproven')],
  ['is not found, but somebody else', 'absent', ok(another), ok('unproven')],
  ['is not the one that is found', 'absent', ok(namesake), ok('other')],
  ['cannot be looked up', 'absent', err({ code: 'offline' }), err({ code: 'offline' })],
])('an answer without ids that %s', async (_name, before, found, expected) => {
  expect(await recognise({ lookup: () => Promise.resolve(found) }, identity, before, answer)).toEqual(expected);
});

test.each<[Contact, string]>([
  [mira, 'same'],
  [another, 'other'],
])('an answer with ids needs no lookup', async (contact, expected) => {
  const lookup = () => expect.fail('looked up');
  expect(await recognise({ lookup }, identity, 'absent', contact)).toEqual(ok(expected));
});
