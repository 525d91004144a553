import { expect, test } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { AddEntry, OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { addEntry, entryIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { attemptOf, NOW } from './testing/attempt';

const earlier = { createdAt: new Date(NOW - 1).toISOString() };
const waiting: AddEntry['state'] = {
  name: 'waiting',
  error: { code: 'offline' },
  tries: 1,
  retryAt: '2027',
  mayHaveArrived: false,
};
const another = LinkedInIdentity.parse({ slug: 'someone-else', memberId: null, salesId: null });

test.each<[string, OutboxEntry, string]>([
  ['waits', addEntry(2, { ...earlier, state: waiting }), 'superseded'],
  ['was interrupted', addEntry(2, earlier), 'superseded'],
  ['was refused', addEntry(2, { ...earlier, state: { name: 'refused', error: { code: 'offline' } } }), 'refused'],
  ['is of another person', addEntry(2, { ...earlier, state: waiting, identity: another }), 'waiting'],
  ['is of the same moment', addEntry(2, { createdAt: new Date(NOW).toISOString(), state: waiting }), 'waiting'],
  ['is a message', sendEntry(2, earlier), 'dispatching'],
])('an attempt supersedes an earlier add of the person, or not: it %s', async (_name, other, state) => {
  const { outbox, run } = await attemptOf();
  await outbox.add(other);
  await run();
  expect(await outbox.get(entryIdOf(2))).toMatchObject({ value: { state: { name: state } } });
});
