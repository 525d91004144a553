import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { createOutboxStore, type Outbox } from '@/lib/outbox/outbox';
import { addEntry, contactA, entryIdOf, listA, sendEntry } from '@/lib/outbox/testing/entries';
import { createRecovery, markInterrupted } from './recovery';

const NOW = Date.UTC(2026, 10, 23, 12, 1);
const iso = (ms: number): string => new Date(ms).toISOString();
const error = { code: 'offline' } as const;
const queued = sendEntry(1, { state: { name: 'queued', sendAt: iso(NOW), blockedBy: error } });
const unknown = sendEntry(2, { state: { name: 'unknown', error, checks: 0 }, settledAt: iso(NOW) });
const given = sendEntry(2, { state: { name: 'unknown', error, checks: 6 }, settledAt: iso(NOW) });
const waiting = addEntry(3, { state: { name: 'waiting', error, tries: 1, retryAt: iso(NOW), mayHaveArrived: false } });
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;
const undoing = addEntry(4, {
  state: { name: 'undoing', outcome, undo: { kind: 'remove', stageId: null, tagIds: [] } },
});
const interrupted = sendEntry(5);

let outbox: Outbox;

beforeEach(() => {
  outbox = createOutboxStore(() => NOW).of({ owns: () => true });
});

interface Given {
  readonly entries: readonly OutboxEntry[];
  readonly inFlight?: readonly EntryId[];
  readonly undosInFlight?: readonly EntryId[];
  readonly isOnline?: boolean;
  readonly usable?: Result<null>;
}

/** What one run does, in order. Everything that it tries stays as it is. */
async function runOf({ entries, inFlight = [], undosInFlight = [], isOnline = true, usable = ok(null) }: Given) {
  for (const entry of entries) await outbox.add(entry);
  const steps: string[] = [];
  const flying = { has: (id: EntryId) => inFlight.includes(id), ids: () => inFlight };
  const recovery = createRecovery({
    outbox,
    addContact: {
      inFlight: flying,
      resume: () => Promise.resolve(steps.push('add')).then(() => ok({ effect: 'waiting', error })),
    },
    sendMessage: {
      inFlight: { has: () => false, ids: () => [] },
      resume: ({ id }) => Promise.resolve(steps.push('send')).then(() => ok({ state: 'unknown', entryId: id })),
      reconcile: (id) => Promise.resolve(steps.push('look')).then(() => ok({ state: 'unknown', entryId: id })),
    },
    undoAdd: {
      inFlight: { has: (id) => undosInFlight.includes(id), ids: () => undosInFlight },
      resume: () => Promise.resolve(steps.push('undo')).then(() => err(error)),
    },
    usable: () => Promise.resolve(usable),
    isOnline: () => isOnline,
    now: () => NOW,
    changed: () => Promise.resolve(void steps.push('changed')),
  });
  const next = await recovery.processDue(false, () => Promise.resolve(steps.push('alarm')));
  return { steps, next: next.ok && next.value !== null ? next.value - NOW : next };
}

const rejected = err({ code: 'key-rejected' } as const);

describe('a run', () => {
  test.each<[string, Given, readonly string[], unknown]>([
    ['does nothing when nothing is pending', { entries: [] }, [], ok(null)],
    ['sends a queued message', { entries: [queued] }, ['alarm', 'send'], 1_000],
    ['looks for an unconfirmed message', { entries: [unknown] }, ['alarm', 'look'], 2_000],
    ['leaves a message to the user, without an alarm', { entries: [given] }, [], ok(null)],
    [
      'looks for one of two unconfirmed messages',
      { entries: [given, { ...unknown, id: entryIdOf(6) }] },
      ['alarm', 'look'],
      2_000,
    ],
    [
      'leaves an add to the user, without an alarm',
      { entries: [addEntry(7, { state: { name: 'unknown', error } })] },
      [],
      ok(null),
    ],
    ['marks an interrupted message, and retries no add', { entries: [interrupted] }, ['changed'], 1_000],
    ['retries an add', { entries: [waiting] }, ['alarm', 'add'], 1_000],
    ['finishes an undo', { entries: [undoing] }, ['alarm', 'undo'], 30_000],
    ['looks again half a minute after an entry in flight', { entries: [waiting], inFlight: [waiting.id] }, [], 30_000],
    ['leaves an undo in flight alone', { entries: [undoing], undosInFlight: [undoing.id] }, [], 30_000],
    [
      'does the rest beside an entry in flight',
      { entries: [waiting, given], inFlight: [waiting.id] },
      ['alarm'],
      30_000,
    ],
    ['waits for a connection', { entries: [queued, waiting], isOnline: false }, [], 30_000],
    [
      'keeps a message with a rejected key for the next one, and looks again whether it has expired',
      { entries: [queued], usable: rejected },
      ['alarm'],
      30_000,
    ],
    ['does nothing else with a rejected key', { entries: [unknown, waiting, undoing], usable: rejected }, [], ok(null)],
    [
      'marks an interrupted message, also without a connection',
      { entries: [interrupted], isOnline: false },
      ['changed'],
      30_000,
    ],
  ])('%s', async (_name, run, steps, next) => {
    expect(await runOf(run)).toEqual({ steps, next });
  });

  test('cancels a message that is too old, also without a connection', async () => {
    const old = { ...queued, createdAt: iso(NOW - 600_001) };
    expect(await runOf({ entries: [old], isOnline: false })).toEqual({ steps: ['send'], next: 30_000 });
    expect((await runOf({ entries: [] })).steps).toEqual(['send']);
  });

  test('is an error when the outbox cannot be read', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect((await runOf({ entries: [] })).next).toMatchObject({ ok: false });
  });
});

describe('at the start of the worker', () => {
  test('messages that were being sent become unconfirmed; adds and other messages stay', async () => {
    const add = addEntry(6);
    for (const entry of [interrupted, queued, add]) await outbox.add(entry);
    expect(await markInterrupted({ outbox, changed: () => Promise.resolve() })).toEqual(ok(null));
    expect(await outbox.inStates(['unknown'])).toMatchObject(ok([{ id: interrupted.id }]));
    expect(await outbox.inStates(['queued', 'dispatching'])).toEqual(ok([queued, add]));
  });

  test('an outbox that cannot be read is an error', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await markInterrupted({ outbox, changed: () => Promise.resolve() })).toMatchObject({ ok: false });
  });
});
