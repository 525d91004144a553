import { describe, expect, it } from 'vitest';
import type { SenderConnection } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { aMessage, contactA, contactB, mara, minute, tom } from '@/lib/ui/conversation/testing/panel-fixtures';
import { draftKey } from '@/lib/ui/drafts/draft-store';
import { defaultSender, type SenderFacts, threadSendersOf } from './sender-choice';

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
      'has the newest message from the contact',
      {
        messages: [inboxOf(mara, 1), inboxOf(tom, 2), aMessage(3)],
        connections: [connection(mara, true)],
        defaultId: mara,
      },
      tom,
    ],
    [
      'is connected when the contact never wrote',
      { messages: [aMessage(1)], connections: [connection(tom, true)], defaultId: mara },
      tom,
    ],
    [
      'is the connected one who wrote last',
      { connections: [connection(mara, true, minute(1)), connection(tom, true, minute(2))] },
      tom,
    ],
    [
      'is the user’s default when nobody is connected',
      { connections: [connection(tom, false)], defaultId: mara },
      mara,
    ],
    ['is asked for when nothing speaks for anybody', { defaultId: 'gone' }, null],
    [
      'is the one an unsent text was written as',
      { messages: [inboxOf(mara, 1)], drafts: { [draftKey(contactA, tom)]: 'Hi' } },
      tom,
    ],
    [
      'is not guessed from drafts as two senders',
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
    ['has the thread', { messages: [inboxOf(tom, 1)] }],
    ['is connected', { connections: [connection(tom, true)] }],
    ['is the default', { defaultId: tom }],
    ['has a draft', { drafts: { [draftKey(contactA, tom)]: 'Hi' } }],
  ])('is never one that cannot write, even if it %s', (_, over) => {
    const senders = [sender(mara), sender(tom, { canWrite: false })];
    expect(defaultSender({ ...facts, senders, ...over })).toBeNull();
  });

  it('may be one that is disabled in GetSales: those are reported to send', () => {
    expect(defaultSender({ ...facts, senders: [sender(tom, { enabled: false })], defaultId: tom })).toBe(tom);
  });
});

const senders = [sender(mara), sender(tom)];
const ids = (...args: Parameters<typeof threadSendersOf>) => threadSendersOf(...args).map(({ id }) => id);

it('offers the senders that are connected, that wrote before, and that are heard in it', () => {
  expect(ids(senders, [], [], null)).toEqual([]);
  expect(ids(senders, [{ senderId: tom, connected: true, lastMessageAt: null }], [], null)).toEqual([tom]);
  expect(ids(senders, [{ senderId: tom, connected: false, lastMessageAt: minute(1) }], [], null)).toEqual([tom]);
  expect(ids(senders, [{ senderId: tom, connected: false, lastMessageAt: null }], [], null)).toEqual([]);
  expect(ids(senders, [], [aMessage(1, { senderId: tom }), aMessage(2)], null)).toEqual([mara, tom]);
});

it('The chosen voice stays to choose from while only its messages are loaded', () => {
  expect(ids(senders, [], [], tom)).toEqual([tom]);
});
