import { describe, expect, it } from 'vitest';
import type { SenderConnection } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { aMessage, contactA, contactB, mara, minute, tom } from '@/lib/ui/conversation/testing/examples';
import { draftKey } from '@/lib/ui/drafts/draft-keys';
import { defaultSender, type SenderFacts, sendersInThread } from './sender-choice';

const sender = (id: typeof mara, over: Partial<Sender> = {}): Sender => ({
  id,
  name: id,
  enabled: true,
  canWrite: true,
  ...over,
});
const connection = (
  senderId: typeof mara,
  connected: boolean,
  lastMessageAt: string | null = null,
): SenderConnection => ({
  senderId,
  connected,
  lastMessageAt,
});
const facts: SenderFacts = {
  contactId: contactA,
  senders: [sender(mara), sender(tom)],
  messages: [],
  connections: [],
  defaultId: null,
  drafts: {},
};
const inboxOf = (senderId: typeof mara, n: number) => aMessage(n, { direction: 'in', senderId });

describe('the default sender', () => {
  it.each<[string, Partial<SenderFacts>, string | null]>([
    [
      'received the newest message from the contact',
      {
        messages: [inboxOf(mara, 1), inboxOf(tom, 2), aMessage(3)],
        connections: [connection(mara, true)],
        defaultId: mara,
      },
      tom,
    ],
    [
      'is connected, when the contact never wrote',
      { messages: [aMessage(1)], connections: [connection(tom, true)], defaultId: mara },
      tom,
    ],
    [
      'is the connected one who wrote last',
      { connections: [connection(mara, true, minute(1)), connection(tom, true, minute(2))] },
      tom,
    ],
    [
      'is the user’s default when no sender is connected',
      { connections: [connection(tom, false)], defaultId: mara },
      mara,
    ],
    ['is not preselected without a reason for one', { defaultId: 'gone' }, null],
    [
      'is the sender of the only draft',
      { messages: [inboxOf(mara, 1)], drafts: { [draftKey(contactA, tom)]: 'Hi' } },
      tom,
    ],
    [
      'is not taken from drafts as two senders',
      {
        messages: [inboxOf(mara, 1)],
        drafts: { [draftKey(contactA, tom)]: 'Hi', [draftKey(contactA, mara)]: 'Hello' },
      },
      mara,
    ],
    ['is not taken from another contact’s draft', { drafts: { [draftKey(contactB, tom)]: 'Hi' } }, null],
    ['is not taken from an empty draft', { drafts: { [draftKey(contactA, tom)]: ' \n' } }, null],
  ])('%s', (_, over, expected) => {
    expect(defaultSender({ ...facts, ...over })).toBe(expected);
  });

  it.each<[string, Partial<SenderFacts>]>([
    ['received the newest message', { messages: [inboxOf(tom, 1)] }],
    ['is connected', { connections: [connection(tom, true)] }],
    ['is the default', { defaultId: tom }],
    ['has a draft', { drafts: { [draftKey(contactA, tom)]: 'Hi' } }],
  ])('never is one that cannot write, even if it %s', (_, over) => {
    const senders = [sender(mara), sender(tom, { canWrite: false })];
    expect(defaultSender({ ...facts, senders, ...over })).toBeNull();
  });

  it('may be disabled in GetSales, where disabled senders still send', () => {
    expect(defaultSender({ ...facts, senders: [sender(tom, { enabled: false })], defaultId: tom })).toBe(tom);
  });
});

const senders = [sender(mara), sender(tom)];
const ids = (...args: Parameters<typeof sendersInThread>) => sendersInThread(...args).map(({ id }) => id);

it('The filter offers senders that are connected, wrote before, or appear in the thread', () => {
  expect(ids(senders, [], [], null)).toEqual([]);
  expect(ids(senders, [{ senderId: tom, connected: true, lastMessageAt: null }], [], null)).toEqual([tom]);
  expect(ids(senders, [{ senderId: tom, connected: false, lastMessageAt: minute(1) }], [], null)).toEqual([tom]);
  expect(ids(senders, [{ senderId: tom, connected: false, lastMessageAt: null }], [], null)).toEqual([]);
  expect(ids(senders, [], [aMessage(1, { senderId: tom }), aMessage(2)], null)).toEqual([mara, tom]);
});

it('The filter keeps the chosen sender while only its messages are loaded', () => {
  expect(ids(senders, [], [], tom)).toEqual([tom]);
});
