import { beforeEach, describe, expect, test } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, AddState, OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { createOutboxStore, type Outbox } from '@/lib/outbox/outbox';
import { addEntry, contactA, entryIdOf, listA, sendEntry } from '@/lib/outbox/testing/entries';
import type { AddResult } from './attempt-add';
import { createResumeAdds } from './resume-adds';

const NOW = Date.UTC(2026, 10, 23, 12, 30);
const iso = (ms: number): string => new Date(ms).toISOString();
const offline: AppError = { code: 'offline' };
const trouble: AppError = { code: 'server-trouble', status: 503 };
const done: AddResult = ok({ effect: 'kept', contactId: contactA, listId: listA, listName: null, undoUntil: null });
const identityNamed = (slug: string) => LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
const waiting = (retryAtMs: number, error: AppError = offline): AddState => ({
  name: 'waiting',
  error,
  tries: 1,
  retryAt: iso(retryAtMs),
  mayHaveArrived: false,
});
/** The nth add, of a person of its own, written a minute ago. */
const addOf = (n: number, state: AddState, change: Partial<AddEntry> = {}): AddEntry =>
  addEntry(n, { createdAt: iso(NOW - 60_000 + n), identity: identityNamed(`person-${String(n)}`), state, ...change });

let outbox: Outbox;

beforeEach(() => {
  outbox = createOutboxStore(() => NOW).of({ owns: () => true });
});

interface Setup {
  readonly answer?: AddResult;
  readonly inFlight?: readonly EntryId[];
  readonly isUndone?: (entry: AddEntry) => boolean;
}

/** Writes the entries, and tells which adds were tried, how often screens were told, and what the outbox has then. */
async function resuming(entries: readonly OutboxEntry[], { answer = done, inFlight = [], isUndone }: Setup = {}) {
  for (const entry of entries) await outbox.add(entry);
  const tried: EntryId[] = [];
  let changes = 0;
  const flying = { has: (id: EntryId) => inFlight.includes(id), ids: () => inFlight };
  const { resumeAdds, resumeUndos } = createResumeAdds({
    outbox,
    addContact: {
      inFlight: flying,
      resume: ({ id }) => {
        tried.push(id);
        return Promise.resolve(answer);
      },
    },
    undoAdd: {
      inFlight: flying,
      resume: (entry) => Promise.resolve(isUndone?.(entry) === true ? ok(null) : err(offline)),
    },
    now: () => NOW,
    changed: () => Promise.resolve(void (changes += 1)),
  });
  const adds = entries.filter((entry) => entry.kind === 'add');
  return {
    tried,
    changes: () => changes,
    run: (isReconnected = false) => resumeAdds(adds, isReconnected),
    undo: () => resumeUndos(adds),
    stateOf: async (n: number) => {
      const found = await outbox.get(entryIdOf(n));
      return found.ok ? found.value?.state : found;
    },
  };
}

describe('adds are tried when they are due', () => {
  test.each<[string, AddState, boolean, boolean]>([
    ['waiting until now', waiting(NOW), false, true],
    ['waiting for a second more', waiting(NOW + 1_000), false, false],
    ['interrupted', { name: 'dispatching', tries: 1, mayHaveArrived: true }, false, true],
    ['waiting for a connection that is back', waiting(NOW + 60_000), true, true],
    ['paused by GetSales, also with a connection', waiting(NOW + 60_000, { code: 'key-rejected' }), true, false],
  ])('%s', async (_name, state, isReconnected, isTried) => {
    const { run, tried } = await resuming([addOf(1, state)]);
    await run(isReconnected);
    expect(tried).toEqual([entryIdOf(1)].filter(() => isTried));
  });

  test.each<[string, AddResult, number]>([
    ['after one that GetSales has', done, 2],
    ['after one that GetSales refused', err({ code: 'not-found', what: 'list' }), 2],
    ['after one that GetSales had trouble with', ok({ effect: 'waiting', error: trouble }), 2],
    ['not after one that waits for a key', ok({ effect: 'waiting', error: { code: 'key-rejected' } }), 1],
    ['not after one without a connection', ok({ effect: 'waiting', error: offline }), 1],
    ['not on a full disk', err({ code: 'storage-unavailable', trouble: 'quota' }), 1],
  ])('oldest first: %s', async (_name, answer, count) => {
    const { run, tried } = await resuming([addOf(1, waiting(NOW)), addOf(2, waiting(NOW))], { answer });
    await run();
    expect(tried).toEqual([entryIdOf(1), entryIdOf(2)].slice(0, count));
  });

  test('once per person: the newest one, which supersedes the others', async () => {
    const identity = identityNamed('mira');
    const adds = [1, 2, 3].map((n) => addOf(n, waiting(NOW), { identity }));
    const { run, tried, stateOf } = await resuming([...adds, addOf(4, waiting(NOW))]);
    await run();
    expect(tried).toEqual([entryIdOf(3), entryIdOf(4)]);
    expect(await stateOf(1)).toEqual({ name: 'superseded', by: entryIdOf(3) });
    expect(await stateOf(2)).toEqual({ name: 'superseded', by: entryIdOf(3) });
  });
});

describe('a move', () => {
  const movedAt = (age: number, state: AddState = waiting(NOW)) =>
    addOf(1, state, { ifPresent: 'move', createdAt: iso(NOW - age) });

  test.each([
    ['ten minutes old', 600_000, true],
    ['older', 600_001, false],
    ['from ten minutes ahead', -600_000, true],
    ['from further ahead, after the clock was set back', -600_001, false],
  ])('that is %s', async (_name, age, isTried) => {
    const { run, tried, stateOf, changes } = await resuming([movedAt(age)]);
    await run();
    expect(tried).toHaveLength(Number(isTried));
    expect(changes()).toBe(Number(!isTried));
    expect(await stateOf(1)).toMatchObject({ name: isTried ? 'waiting' : 'unknown' });
  });

  test.each<[string, AddState, AppError]>([
    ['that waited keeps its error', waiting(NOW, { code: 'key-rejected' }), { code: 'key-rejected' }],
    [
      'that was interrupted got no answer',
      { name: 'dispatching', tries: 0, mayHaveArrived: false },
      { code: 'unreachable', why: 'network' },
    ],
  ])('%s when it is left to the user', async (_name, state, error) => {
    const { run, stateOf } = await resuming([movedAt(600_001, state)]);
    await run();
    expect(await stateOf(1)).toEqual({ name: 'unknown', error });
  });
});

describe('adds that the user tries again in between', () => {
  test('are not left to the user while they are in flight', async () => {
    const move = addOf(1, waiting(NOW), { ifPresent: 'move', createdAt: iso(NOW - 600_001) });
    const { run, stateOf, changes } = await resuming([move], { inFlight: [entryIdOf(1)] });
    await run();
    expect(await stateOf(1)).toMatchObject({ name: 'waiting' });
    expect(changes()).toBe(0);
  });

  test('and that have ended stay as they are', async () => {
    const move = addOf(1, waiting(NOW), { ifPresent: 'move', createdAt: iso(NOW - 600_001) });
    const { run, stateOf } = await resuming([move]);
    await outbox.applyToAdd(entryIdOf(1), { type: 'superseded', by: entryIdOf(2) });
    await run();
    expect(await stateOf(1)).toEqual({ name: 'superseded', by: entryIdOf(2) });
  });
});

describe('the next try', () => {
  const interrupted: AddState = { name: 'dispatching', tries: 0, mayHaveArrived: false };

  test.each<[string, readonly OutboxEntry[], number | null]>([
    ['is not needed when nothing is left', [], null],
    ['is the earliest of those that wait', [addOf(1, waiting(NOW + 9_000)), addOf(2, waiting(NOW + 5_000))], 5_000],
    ['is a second away at least', [addOf(1, waiting(NOW))], 1_000],
    ['is half a minute away for one that could not be tried', [addOf(1, interrupted)], 30_000],
    ['ignores messages', [sendEntry(1)], null],
  ])('%s', async (_name, entries, delay) => {
    const { run } = await resuming(entries);
    expect(await run()).toBe(delay === null ? null : NOW + delay);
  });

  test('ignores adds in flight', async () => {
    const { run } = await resuming([addOf(1, waiting(NOW + 5_000))], { inFlight: [entryIdOf(1)] });
    expect(await run()).toBeNull();
  });

  test('is half a minute away when the outbox cannot be written', async () => {
    const answer: AddResult = err({ code: 'storage-unavailable', trouble: 'quota' });
    const { run } = await resuming([addOf(1, waiting(NOW))], { answer });
    expect(await run()).toBe(NOW + 30_000);
  });
});

describe('undos', () => {
  const undoing = (n: number) =>
    addOf(n, {
      name: 'undoing',
      outcome: { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null },
      undo: { kind: 'remove', stageId: null, tagIds: [] },
    });

  test.each<[string, (entry: AddEntry) => boolean, number | null]>([
    ['need nothing more when all are finished', () => true, null],
    ['are tried again in half a minute when one is not', ({ id }) => id === entryIdOf(1), NOW + 30_000],
  ])('%s', async (_name, isUndone, at) => {
    const { undo } = await resuming([undoing(1), undoing(2)], { isUndone });
    expect(await undo()).toBe(at);
  });
});
