import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import type { SendOutcome } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { aMessage, entryId, messageId } from '@/lib/ui/conversation/testing/examples';
import { settleSend } from './send-settlement';

const id = entryId(1);
const message = aMessage(1);
const sent = ok({ state: 'sent', message } as const);
const unknown = ok({ state: 'unknown', entryId: id } as const);
const neverAsked = () => Promise.reject(new Error('asked the outbox without need'));
const answering = (answer: Result<SendOutcome>) => () => Promise.resolve(answer);

describe('a send ends', () => {
  it('as sent, with the message that GetSales has', async () => {
    expect(await settleSend(id, sent, neverAsked)).toEqual({
      state: { name: 'sent', messageId: messageId(1) },
      message,
    });
  });

  it('as unconfirmed when the worker does not know', async () => {
    expect((await settleSend(id, unknown, neverAsked)).state).toEqual({
      name: 'unknown',
      error: { code: 'unconfirmed', entryId: id },
      checks: 0,
    });
  });

  it('as cancelled when it was cancelled or expired', async () => {
    const cancelled = { name: 'cancelled', why: 'by-user' };
    expect((await settleSend(id, err({ code: 'cancelled' }), neverAsked)).state).toEqual(cancelled);
  });

  it('not yet while it waits for a connection', async () => {
    const held = { sendAt: '2026-11-23T12:00:30.000Z', blockedBy: { code: 'offline' } } as const;
    expect((await settleSend(id, ok({ state: 'queued', entryId: id, ...held }), neverAsked)).state).toEqual({
      name: 'queued',
      ...held,
    });
  });

  it.each<AppError>([
    { code: 'offline' },
    { code: 'rate-limited', retryAfterMs: 1_000 },
    { code: 'refused', status: 422, problems: [] },
    { code: 'key-rejected' },
    { code: 'busy' },
    { code: 'storage-unavailable', trouble: 'quota' },
  ])('as refused on $code, without asking the outbox', async (error) => {
    expect((await settleSend(id, err(error), neverAsked)).state).toEqual({ name: 'refused', error });
  });
});

describe('an answer that leaves open whether anything was sent', () => {
  const lost = err({ code: 'unconfirmed', entryId: id } as const);
  const bug = err({ code: 'unexpected', reference: 'x1' } as const);
  const notStored = answering(err({ code: 'not-found', what: 'entry' }));

  it.each([
    ['the worker died', lost],
    ['the worker failed unexpectedly', bug],
    ['the entry was used before', err({ code: 'duplicate-entry', entryId: id } as const)],
  ])('is settled by asking the outbox: %s', async (_, answer) => {
    expect((await settleSend(id, answer, answering(sent))).state.name).toBe('sent');
    expect((await settleSend(id, answer, answering(unknown))).state.name).toBe('unknown');
  });

  it('means not sent when the outbox does not know it', async () => {
    expect((await settleSend(id, lost, notStored)).state).toEqual({ name: 'refused', error: { code: 'cancelled' } });
    expect((await settleSend(id, bug, notStored)).state).toEqual({ name: 'refused', error: bug.error });
  });

  it('stays open when the outbox cannot be asked', async () => {
    expect((await settleSend(id, lost, answering(err({ code: 'offline' })))).state).toEqual({
      name: 'unknown',
      error: { code: 'offline' },
      checks: 0,
    });
  });
});
