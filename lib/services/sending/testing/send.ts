import type { OutboxEntry, SendState } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { entryIdOf, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { messageOf } from '../../testing/message';
import { createSendMessage, type SendMessageDeps } from '../send-message';

export const NOW = Date.UTC(2026, 10, 23, 12, 0, 5);
export const iso = (ms: number): string => new Date(ms).toISOString();
export const error = { code: 'offline' } as const;
export const queued: SendState = { name: 'queued', sendAt: iso(NOW + 5_000), blockedBy: error };
export const unknown: SendState = { name: 'unknown', error, checks: 0 };
export const sent: SendState = { name: 'sent', messageId: messageIdOf(8) };
export const cancelled: SendState = { name: 'cancelled', why: 'by-user' };
export const id = entryIdOf(1);
const { kind: _kind, account, id: entryId, contactId, senderId, personName, text, overrides } = sendEntry(1);
export const input = { entryId, contactId, senderId, personName, text, overrides };
export const busy = err({ code: 'busy' });
export const unavailable = { ok: false, error: { code: 'storage-unavailable' } };

/** The service with these entries in its outbox, and what it does: locks, posts, and what it tells the screens. */
export async function sendingWith(entries: readonly OutboxEntry[], change: Partial<SendMessageDeps> = {}) {
  const outbox = createOutboxStore(() => NOW).of({ owns: () => true });
  for (const entry of entries) await outbox.add(entry);
  const steps: string[] = [];
  const note = (step: string): void => {
    steps.push(step);
  };
  const service = createSendMessage({
    account,
    outbox,
    client: {
      message: (wanted) => Promise.resolve(ok(wanted === messageIdOf(8) ? messageOf(8) : null)),
      sentMessages: () => Promise.resolve(ok({ messages: [], skewMs: 0 })),
      send: () => {
        note('post');
        return Promise.resolve(ok(messageOf(8)));
      },
    },
    ifFree: (name, task) => {
      note(name);
      return task();
    },
    forgetConversations: () => {
      note('forget');
    },
    changed: () =>
      Promise.resolve().then(() => {
        note('changed');
      }),
    report: note,
    now: () => NOW,
    sleep: () => Promise.resolve(),
    cancelPeriodMs: () => Promise.resolve(5_000),
    ...change,
  });
  const state = async (): Promise<unknown> => {
    const found = await outbox.get(id);
    return found.ok ? found.value?.state : found;
  };
  return { service, steps, outbox, state };
}

export const LOCK = `send:${contactId}:${senderId}`;
