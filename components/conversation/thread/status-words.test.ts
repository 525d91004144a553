import { describe, expect, it } from 'vitest';
import type { Message } from '@/lib/domain/conversation';
import { aMessage, aSend, messageId, minute } from '@/lib/ui/conversation/testing/examples';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { messageStatus, sendAnnouncement } from './status-words';

it.each<[Partial<Message>, string | null]>([
  [{ state: 'queued' }, 'queued'],
  [{ state: 'sending' }, 'sending'],
  [{ state: 'sent' }, 'sent'],
  [{ state: 'sent', readAt: minute(5) }, 'read'],
  [{ state: 'failed', failReason: 'Not connected' }, 'failed: Not connected'],
  [{ state: 'failed' }, 'failed'],
  [{ state: 'other', status: 'snoozed' }, 'snoozed'],
  [{ direction: 'in', readAt: minute(5) }, null],
])('A message that is %j shows %j', (over, expected) => {
  expect(messageStatus(aMessage(1, over))).toBe(expected);
});

const sent = { name: 'sent', messageId: messageId(1) } as const;
const none = new Map();

describe('a screen reader hears once', () => {
  it.each<[string, TrackedSend['state'], RegExp]>([
    [
      'that a message is queued, without a countdown',
      { name: 'queued', sendAt: minute(1), blockedBy: null },
      /a few seconds\. Undo/u,
    ],
    [
      'that it waits for a connection',
      { name: 'queued', sendAt: minute(1), blockedBy: { code: 'offline' } },
      /waiting for a connection/u,
    ],
    ['that it is being sent', { name: 'dispatching' }, /Sending to Ana/u],
    ['that it was cancelled', { name: 'cancelled', why: 'by-user' }, /^Message to Ana cancelled\.$/u],
    ['that it waited too long', { name: 'cancelled', why: 'expired' }, /not sent: no connection/u],
    ['that it is unconfirmed', { name: 'unknown', error: { code: 'offline' }, checks: 0 }, /couldn’t confirm/u],
    ['why it was refused', { name: 'refused', error: { code: 'offline' } }, /not sent\. You are offline/u],
    ['that GetSales has it', sent, /^Message to Ana: queued$/u],
  ])('%s', (_, state, words) => {
    expect(sendAnnouncement(aSend(1, state), none, 'Ana')).toMatch(words);
  });

  it('what GetSales says about the message', () => {
    const listed = new Map([[messageId(1), aMessage(1, { state: 'failed', failReason: 'Not connected' })]]);
    expect(sendAnnouncement(aSend(1, sent), listed, 'Ana')).toMatch(/failed: Not connected/u);
  });

  it('nothing before anything was sent', () => {
    expect(sendAnnouncement(undefined, none, 'Ana')).toBe('');
  });
});
