import { expect, test } from 'vitest';
import { MESSAGE_MAX_LENGTH, messageLength, messageTime, type Message } from './conversation';
import { MessageId } from './ids';

const message: Message = {
  id: MessageId.parse('00000000-0000-4000-8000-000000000001'),
  contactId: null,
  senderId: null,
  direction: 'out',
  text: 'Hello',
  state: 'sent',
  status: 'done',
  failReason: null,
  attachments: 0,
  origin: null,
  readAt: null,
  sentAt: null,
  createdAt: null,
};

test.each([
  ['', 0],
  ['Grüße', 5],
  ['🧺🧺', 2],
  ['a\u0301', 2],
  ['\ud83e', 1],
])('the length of %j is %i code points', (text, length) => {
  expect(messageLength(text)).toBe(length);
});

test('a message of 8,000 emoji has the maximum length', () => {
  expect(messageLength('🧺'.repeat(8_000))).toBe(MESSAGE_MAX_LENGTH);
});

test.each([
  ['2026-11-23T12:00:00Z', '2026-11-24T12:00:00Z', '2026-11-23T12:00:00Z'],
  [null, '2026-11-24T12:00:00Z', '2026-11-24T12:00:00Z'],
  [null, null, null],
])('a message sent at %s and created at %s has the time %s', (sentAt, createdAt, time) => {
  expect(messageTime({ ...message, sentAt, createdAt })).toBe(time);
});
