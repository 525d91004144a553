import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import type { SendOutcome } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { aMessage, entryId, messageId } from '@/lib/ui/conversation/testing/panel-fixtures';
import { settleSend } from './send-settlement';

const id = entryId(1);
const message = aMessage(1);
const sent = ok({ state: 'sent', message } as const);
const unknown = ok({ state: 'unknown', entryId: id } as const);
const neverLook = () => Promise.reject(new Error('looked without need'));
const looking = (answer: Result<SendOutcome>) => () => Promise.resolve(answer);

describe('a send ends', () => {
  it('as sent, with the message that GetSales has', async () => {
    expect(await settleSend(id, sent, neverLook)).toEqual({
      state: { name: 'sent', messageId: messageId(1) },
      message,
    });
  });

  it('as unconfirmed when the worker cannot tell', async () => {
    expect((await settleSend(id, unknown, neverLook)).state).toEqual({
      name: 'unknown',
      error: { code: 'unconfirmed', entryId: id },
    });
  });

  it('as taken back when it was, or waited too long: the outbox knows which', async () => {
    const cancelled = { name: 'cancelled', why: 'by-user' };
    expect((await settleSend(id, err({ code: 'cancelled' }), neverLook)).state).toEqual(cancelled);
  });

  it('not yet while it is held up', async () => {
    const held = { leavesAt: '2026-11-23T12:00:30.000Z', heldBy: { code: 'offline' } } as const;
    expect((await settleSend(id, ok({ state: 'queued', entryId: id, ...held }), neverLook)).state).toEqual({
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
  ])('as refused on $code, without another look', async (error) => {
    expect((await settleSend(id, err(error), neverLook)).state).toEqual({ name: 'refused', error });
  });
});

describe('an answer that leaves open whether anything left', () => {
  const lost = err({ code: 'unconfirmed', entryId: id } as const);
  const bug = err({ code: 'unexpected', reference: 'x1' } as const);
  const notWritten = looking(err({ code: 'not-found', what: 'intent' }));

  it.each([
    ['the worker died', lost],
    ['the worker met a bug', bug],
    ['the entry was used before', err({ code: 'duplicate-intent', entryId: id } as const)],
  ])('is settled by looking: %s', async (_, answer) => {
    expect((await settleSend(id, answer, looking(sent))).state.name).toBe('sent');
    expect((await settleSend(id, answer, looking(unknown))).state.name).toBe('unknown');
  });

  it('means not sent when the outbox never heard of it', async () => {
    expect((await settleSend(id, lost, notWritten)).state).toEqual({ name: 'refused', error: { code: 'cancelled' } });
    expect((await settleSend(id, bug, notWritten)).state).toEqual({ name: 'refused', error: bug.error });
  });

  it('stays open when looking fails', async () => {
    expect((await settleSend(id, lost, looking(err({ code: 'offline' })))).state).toEqual({
      name: 'unknown',
      error: { code: 'offline' },
    });
  });
});
