import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SEND_TTL_MS } from '@/lib/domain/outbox/send-transitions';
import type { EntryId } from '@/lib/domain/ids';
import type { AppError } from '@/lib/domain/app-error';
import type { OutboxEntry, SendEntry, SendOutcome, SendState } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { createOutboxStore, type Outbox } from '@/lib/outbox/outbox';
import { addEntry, entryIdOf, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { createResumeSends, markUnconfirmed } from './resume-sends';

const NOW = Date.UTC(2026, 10, 23, 12, 30);
const iso = (ms: number): string => new Date(ms).toISOString();
const offline: AppError = { code: 'offline' };
const queued = (delay: number, blockedBy: AppError | null = offline): SendState => ({
  name: 'queued',
  sendAt: iso(NOW + delay),
  blockedBy,
});
const unknown = (checks: number): SendState => ({ name: 'unknown', error: offline, checks });
/** The nth message, written a minute ago. */
const sendOf = (n: number, state: SendState, change: Partial<SendEntry> = {}): SendEntry =>
  sendEntry(n, { createdAt: iso(NOW - 60_000 + n), state, ...change });

let now: number;
let outbox: Outbox;

beforeEach(() => {
  now = NOW;
  outbox = createOutboxStore(() => now).of({ owns: () => true });
});

async function resuming(entries: readonly OutboxEntry[], inFlight: readonly EntryId[] = []) {
  for (const entry of entries) await outbox.add(entry);
  const steps: string[] = [];
  let answer: Result<SendOutcome> = ok({ state: 'unknown', entryId: entryIdOf(1) });
  const resume = createResumeSends({
    outbox,
    sendMessage: {
      inFlight: { has: (id) => inFlight.includes(id), ids: () => inFlight },
      resume: ({ id }) => {
        steps.push(`send ${id}`);
        return Promise.resolve(answer);
      },
      reconcile: (id) => {
        steps.push(`look for ${id}`);
        return Promise.resolve(answer);
      },
    },
    now: () => now,
  });
  const sends = entries.filter((entry) => entry.kind === 'send');
  return {
    ...resume,
    sends,
    steps,
    answer: (next: Result<SendOutcome>) => (answer = next),
  };
}

const sent = (n: number): string => `send ${entryIdOf(n)}`;
const looked = (n: number): string => `look for ${entryIdOf(n)}`;

describe('a queued message', () => {
  test.each<[string, SendState, boolean, readonly string[], number]>([
    ['that was written before the worker stopped is sent', queued(4_000, null), false, [sent(1)], 4_000],
    ['that waits is sent when it is due', queued(0), false, [sent(1)], 1_000],
    ['that waits is not sent earlier', queued(4_000), false, [], 4_000],
    ['that waits is sent with a connection', queued(4_000), true, [sent(1)], 4_000],
  ])('%s', async (_name, state, isReconnected, steps, delay) => {
    const resume = await resuming([sendOf(1, state)]);
    expect(await resume.sendQueued(resume.sends, isReconnected)).toBe(NOW + delay);
    expect(resume.steps).toEqual(steps);
  });

  test('that could not be sent waits, although the disk did not record it', async () => {
    const resume = await resuming([sendOf(1, queued(0))]);
    resume.answer(ok({ state: 'queued', entryId: entryIdOf(1), sendAt: iso(NOW + 30_000), blockedBy: offline }));
    expect(await resume.sendQueued(resume.sends, false)).toBe(NOW + 30_000);
    now += 29_999;
    expect(await resume.sendQueued(resume.sends, false)).toBe(NOW + 30_999);
    expect(resume.steps).toEqual([sent(1)]);
    now += 1;
    await resume.sendQueued(resume.sends, false);
    expect(resume.steps).toEqual([sent(1), sent(1)]);
  });

  test('that is in flight needs no next time', async () => {
    const resume = await resuming([sendOf(1, queued(4_000)), addEntry(2)], [entryIdOf(1)]);
    expect(await resume.sendQueued([], false)).toBeNull();
  });

  test('that cannot be read needs no next time', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const resume = await resuming([]);
    expect(await resume.sendQueued([], false)).toBeNull();
  });

  test('that is too old is cancelled first', async () => {
    const old = sendOf(1, queued(0), { createdAt: iso(NOW - SEND_TTL_MS - 1) });
    const young = sendOf(2, queued(0), { createdAt: iso(NOW - SEND_TTL_MS) });
    const resume = await resuming([old, young]);
    expect(await resume.expireStale(resume.sends)).toEqual([young]);
    expect(resume.steps).toEqual([sent(1)]);
  });
});

describe('an unconfirmed message', () => {
  test.each<[string, SendEntry, readonly string[], number | null]>([
    ['is looked for when it is due', sendOf(1, unknown(1), { settledAt: iso(NOW - 2_000) }), [looked(1)], 3_000],
    ['is not looked for earlier', sendOf(1, unknown(1), { settledAt: iso(NOW - 500) }), [], 1_500],
    ['is due by the time at which it was written', sendOf(1, unknown(5), { settledAt: null }), [], 240_001],
    ['is left to the user after six times', sendOf(1, unknown(6), { settledAt: iso(NOW) }), [], null],
  ])('%s', async (_name, entry, steps, delay) => {
    const resume = await resuming([entry]);
    expect(await resume.lookForUnconfirmed(resume.sends)).toBe(delay === null ? null : NOW + delay);
    expect(resume.steps).toEqual(steps);
  });

  test.each<[SendState, number | null]>([
    [unknown(0), NOW - 1_000],
    [queued(0), null],
    [{ name: 'sent', messageId: messageIdOf(9) }, null],
  ])('in the state %j', async (state, at) => {
    const { nextCheck } = await resuming([]);
    expect(nextCheck(sendOf(1, state, { settledAt: iso(NOW - 1_000) }))).toBe(at);
  });
});

describe('a message that was being sent when the worker stopped', () => {
  const dispatching = sendOf(1, { name: 'dispatching' });

  async function mark(sends: readonly SendEntry[]) {
    let changes = 0;
    const marked = await markUnconfirmed({ outbox, changed: () => Promise.resolve(void (changes += 1)) }, sends);
    return [marked, changes];
  }

  test('becomes unconfirmed', async () => {
    await outbox.add(dispatching);
    expect(await mark([dispatching])).toEqual([ok(null), 1]);
    const error = { code: 'unconfirmed', entryId: entryIdOf(1) };
    expect(await outbox.inStates(['unknown'])).toMatchObject(ok([{ state: { name: 'unknown', error } }]));
  });

  test('may have ended since', async () => {
    await outbox.add(sendOf(1, { name: 'sent', messageId: messageIdOf(9) }));
    expect(await mark([dispatching])).toEqual([ok(null), 1]);
  });

  test('is an error when it cannot be recorded', async () => {
    expect(await mark([dispatching])).toEqual([err({ code: 'not-found', what: 'entry' }), 0]);
  });

  test('changes nothing when there is none', async () => {
    expect(await mark([])).toEqual([ok(null), 0]);
  });
});
