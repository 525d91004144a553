import { expect, it } from 'vitest';
import type { Message } from '@/lib/domain/conversation';
import { aMessage, minute } from '@/lib/ui/conversation/testing/panel-fixtures';
import { messageStatus } from './status-words';

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
