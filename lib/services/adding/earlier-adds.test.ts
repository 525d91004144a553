import { expect, test } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { AddEntry, OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { addEntry, entryIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { attemptOf } from './testing/attempt';

const waiting: AddEntry['state'] = {
  name: 'waiting',
  error: { code: 'offline' },
  tries: 1,
  retryAt: '2027',
  mayHaveArrived: false,
};
/** Written by a clock that was ahead. */
const ahead = { createdAt: '2027-01-01T00:00:00.000Z' };
const another = LinkedInIdentity.parse({ slug: 'someone-else', memberId: null, salesId: null });

test.each<[string, OutboxEntry, string]>([
  ['waits', addEntry(2, { state: waiting }), 'superseded'],
  ['waits with a date after this one: the clock was set back', addEntry(2, { ...ahead, state: waiting }), 'superseded'],
  ['was interrupted', addEntry(2), 'superseded'],
  ['was refused', addEntry(2, { state: { name: 'refused', error: { code: 'offline' } } }), 'refused'],
  ['is of another person', addEntry(2, { state: waiting, identity: another }), 'waiting'],
  ['is a message', sendEntry(2), 'dispatching'],
])('an attempt supersedes an earlier add of the person, or not: it %s', async (_name, other, state) => {
  const { outbox, run } = await attemptOf({ before: [other] });
  await run();
  expect(await outbox.get(entryIdOf(2))).toMatchObject({ value: { state: { name: state } } });
});

test('an attempt supersedes no later add, whatever the clock said', async () => {
  const { outbox, run } = await attemptOf();
  await outbox.add(addEntry(2, { createdAt: '2025', state: waiting }));
  await run();
  expect(await outbox.get(entryIdOf(2))).toMatchObject({ value: { state: { name: 'waiting' } } });
});

test('an attempt whose entry is gone supersedes nothing', async () => {
  const { outbox, run, entry } = await attemptOf({ before: [addEntry(2, { state: waiting })] });
  await outbox.remove(['dispatching'], ({ id }) => id === entry.id);
  await run();
  expect(await outbox.get(entryIdOf(2))).toMatchObject({ value: { state: { name: 'waiting' } } });
});
