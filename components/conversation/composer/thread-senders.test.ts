import { expect, it } from 'vitest';
import { aMessage, mara, minute, tom } from '@/lib/ui/conversation/testing/panel-fixtures';
import { threadSendersOf } from './thread-senders';

const sender = (id: typeof mara) => ({ id, name: id, enabled: true, canWrite: true });
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
