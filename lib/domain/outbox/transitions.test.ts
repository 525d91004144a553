import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addEntry, entryIdOf, listA, messageIdOf, sendEntry, contactA } from '@/lib/outbox/testing/entries';
import { ADD_TRANSITIONS, applyToAdd, PENDING_ADDS, type AddEvent } from './add-transitions';
import { ENDED_STATES, PENDING_STATES } from './entry-states';
import { AddEntry, SendEntry, type UndoOfAdd } from './outbox-entry';
import { applyToSend, isLaterState, PENDING_SENDS, SEND_TRANSITIONS, type SendEvent } from './send-transitions';
import { accepts, canReach, statesOf, type TransitionTable } from './transitions';

const AT = '2026-11-23T12:00:00.000Z';
const offline = { code: 'offline' } as const;
const outcome = {
  effect: 'created',
  contactId: contactA,
  listId: listA,
  listName: 'Recruiters',
  undoUntil: AT,
} as const;
const undo: UndoOfAdd = { kind: 'remove', stageId: null, tagIds: [] };

/** One example of every event. The types make sure that none is missing. */
const sendEvents: { readonly [T in SendEvent['type']]: Extract<SendEvent, { readonly type: T }> } = {
  delayed: { type: 'delayed', sendAt: AT, blockedBy: offline },
  dispatched: { type: 'dispatched', baseline: [messageIdOf(1)], skewMs: 3, dispatchedAt: AT },
  'not-posted': { type: 'not-posted', sendAt: AT, blockedBy: offline },
  accepted: { type: 'accepted', messageId: messageIdOf(9) },
  stopped: { type: 'stopped', error: offline },
  refused: { type: 'refused', error: offline },
  unconfirmed: { type: 'unconfirmed', error: offline },
  checked: { type: 'checked' },
  cancelled: { type: 'cancelled', why: 'by-user' },
};
const addEvents: { readonly [T in AddEvent['type']]: Extract<AddEvent, { readonly type: T }> } = {
  resumed: { type: 'resumed' },
  retried: { type: 'retried' },
  delayed: { type: 'delayed', error: offline, retryAt: AT, mayHaveArrived: true },
  completed: { type: 'completed', outcome, undo },
  refused: { type: 'refused', error: offline },
  'left-to-user': { type: 'left-to-user', error: offline },
  superseded: { type: 'superseded', by: entryIdOf(2) },
  restored: { type: 'restored', retryAt: AT },
  'undo-started': { type: 'undo-started' },
  'undo-completed': { type: 'undo-completed' },
  'undo-refused': { type: 'undo-refused' },
};

const queued = sendEntry(1, { state: { name: 'queued', sendAt: AT, blockedBy: null } });
const sendHistory = fc.array(fc.constantFrom(...Object.values(sendEvents)), { maxLength: 40 });
const addHistory = fc.array(fc.constantFrom(...Object.values(addEvents)), { maxLength: 40 });

/** The effects of a series of events, impossible ones left out, with the entry after each. */
function runSend(events: readonly SendEvent[]) {
  let entry: SendEntry = queued;
  return events.flatMap((event) => {
    const applied = applyToSend(entry, event, AT);
    if (!applied.ok) return [];
    entry = applied.value.entry;
    return [{ event: event.type, ...applied.value }];
  });
}

function runAdd(events: readonly AddEvent[]) {
  let entry: AddEntry = addEntry(1);
  return events.flatMap((event) => {
    const applied = applyToAdd(entry, event, AT);
    if (!applied.ok) return [];
    entry = applied.value.entry;
    return [{ event: event.type, ...applied.value }];
  });
}

describe.each<[string, TransitionTable, string, readonly string[]]>([
  ['send', SEND_TRANSITIONS, 'queued', PENDING_SENDS],
  ['add', ADD_TRANSITIONS, 'dispatching', PENDING_ADDS],
])('the states of a %s', (_name, table, first, pending) => {
  test.each(statesOf(table))('%s can be reached', (state) => {
    expect(canReach(table, first, state)).toBe(true);
  });

  test.each(pending)('%s is pending and leads to an end', (state) => {
    const ends = statesOf(table).filter((name) => !pending.includes(name) && canReach(table, state, name));
    expect(ends).not.toEqual([]);
  });

  test.each(statesOf(table).filter((name) => !pending.includes(name)))('%s has ended', (state) => {
    expect(ENDED_STATES).toContain(state);
    expect(PENDING_STATES).not.toContain(state);
  });
});

describe('a message', () => {
  test('is posted a second time on no path, unless the first request provably never left', () => {
    fc.assert(
      fc.property(sendHistory, (events) => {
        const steps = runSend(events);
        const posts = steps.filter(({ effect }) => effect === 'post').length;
        const neverLeft = steps.filter(({ event }) => event === 'not-posted').length;
        expect(posts - neverLeft).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that is unconfirmed is never posted again, and one that has ended never changes', () => {
    fc.assert(
      fc.property(sendHistory, (events) => {
        const steps = runSend(events);
        const last = steps.findIndex(({ entry }) =>
          ['unknown', 'sent', 'refused', 'cancelled'].includes(entry.state.name),
        );
        const after = last === -1 ? [] : steps.slice(last + 1);
        expect(after.map(({ event }) => event).filter((event) => !['checked', 'accepted'].includes(event))).toEqual([]);
        expect(after.filter(({ event }) => event === 'accepted').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('keeps its recipient, sender and text, and fits its schema', () => {
    fc.assert(
      fc.property(sendHistory, (events) => {
        for (const { entry } of runSend(events)) {
          const { id, account, createdAt, contactId, senderId, text, overrides } = queued;
          expect(entry).toMatchObject({ id, account, createdAt, contactId, senderId, text, overrides });
          expect(SendEntry.parse(entry)).toEqual(entry);
        }
      }),
    );
  });

  test.each<[SendEvent, object]>([
    [
      sendEvents.dispatched,
      { state: { name: 'dispatching' }, baseline: [messageIdOf(1)], skewMs: 3, dispatchedAt: AT },
    ],
    [sendEvents.delayed, { state: { name: 'queued', sendAt: AT, blockedBy: offline }, settledAt: null }],
    [sendEvents.stopped, { state: { name: 'refused', error: offline }, settledAt: AT }],
    [sendEvents.cancelled, { state: { name: 'cancelled', why: 'by-user' }, settledAt: AT }],
  ])('in the queue: %o', (event, change) => {
    expect(applyToSend(queued, event, AT)).toMatchObject({ value: { entry: { ...queued, ...change } } });
  });

  test('once posted, ends only by what its own POST or a search proves', () => {
    const posted = runSend([sendEvents.dispatched])[0]?.entry ?? expect.fail('not dispatched');
    const ends = Object.values(sendEvents).filter((event) => applyToSend(posted, event, AT).ok);
    expect(ends.map(({ type }) => type)).toEqual(['not-posted', 'accepted', 'refused', 'unconfirmed']);
  });

  test('counts the checks while it is unconfirmed', () => {
    const unknown = sendEntry(1, { state: { name: 'unknown', error: offline, checks: 2 }, settledAt: AT });
    const checked = applyToSend(unknown, { type: 'checked' }, '2027-01-01T00:00:00.000Z');
    expect(checked).toMatchObject({ value: { entry: { settledAt: AT, state: { error: offline, checks: 3 } } } });
  });

  test.each([
    ['queued', 'sent', true],
    ['unknown', 'sent', true],
    ['sent', 'unknown', false],
    ['queued', 'dispatching', false],
    ['dispatching', 'queued', false],
    ['unknown', 'refused', false],
    ['sent', 'sent', false],
  ] as const)('after %s, %s is later: %s', (earlier, later, isLater) => {
    expect(isLaterState(earlier, later)).toBe(isLater);
  });
});

describe('an add', () => {
  test('starts no upsert once it is done, being undone, undone, or superseded', () => {
    fc.assert(
      fc.property(addHistory, (events) => {
        let before: string = 'dispatching';
        for (const { effect, entry } of runAdd(events)) {
          expect(effect === 'upsert' && ['done', 'undoing', 'undone', 'superseded'].includes(before)).toBe(false);
          before = entry.state.name;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('is undone only after it was done with a way to undo it', () => {
    const withoutUndo = addEntry(1, { state: { name: 'done', outcome } });
    expect(applyToAdd(withoutUndo, addEvents['undo-started'], AT)).toEqual({
      ok: false,
      error: { code: 'wrong-state', state: 'done' },
    });
    fc.assert(
      fc.property(addHistory, (events) => {
        const steps = runAdd(events);
        const firstUndo = steps.findIndex(({ effect }) => effect === 'undo');
        const isAfterDone = steps.slice(0, Math.max(0, firstUndo)).some(({ event }) => event === 'completed');
        expect(firstUndo === -1 || isAfterDone).toBe(true);
      }),
    );
  });

  test('keeps who, where and how, and fits its schema', () => {
    fc.assert(
      fc.property(addHistory, (events) => {
        for (const { entry } of runAdd(events)) {
          const { id, account, createdAt, identity, listId, listName, draft, ifPresent } = addEntry(1);
          expect(entry).toMatchObject({ id, account, createdAt, identity, listId, listName, draft, ifPresent });
          expect(AddEntry.parse(entry)).toEqual(entry);
        }
      }),
    );
  });

  test.each([
    ['while an earlier attempt may have arrived', { name: 'waiting', tries: 3, mayHaveArrived: true }, true],
    ['while none can have arrived', { name: 'waiting', tries: 3, mayHaveArrived: false }, false],
  ] as const)('remembers on a retry %s', (_name, change, arrived) => {
    const waiting = addEntry(1, { state: { ...change, error: offline, retryAt: AT } });
    const retried = applyToAdd(waiting, addEvents.retried, AT);
    expect(retried).toMatchObject({
      value: { effect: 'upsert', entry: { state: { name: 'dispatching', tries: 3, mayHaveArrived: arrived } } },
    });
  });

  test('that a stopped worker was sending may have arrived', () => {
    expect(applyToAdd(addEntry(1), addEvents.resumed, AT)).toMatchObject({
      value: { entry: { state: { mayHaveArrived: true } } },
    });
  });

  test('that was refused did not arrive', () => {
    const refused = addEntry(1, { state: { name: 'refused', error: offline }, settledAt: AT });
    expect(applyToAdd(refused, addEvents.retried, AT)).toMatchObject({
      value: { entry: { settledAt: null, state: { tries: 0, mayHaveArrived: false } } },
    });
  });

  test('keeps its way to undo it when the undo is refused', () => {
    const undoing = addEntry(1, { state: { name: 'undoing', outcome, undo } });
    expect(applyToAdd(undoing, addEvents['undo-refused'], AT)).toMatchObject({
      value: { effect: 'none', entry: { settledAt: AT, state: { name: 'done', outcome, undo } } },
    });
  });

  test('schedules superseded ones again when it is refused or undone', () => {
    const undoing = addEntry(1, { state: { name: 'undoing', outcome, undo } });
    expect(applyToAdd(undoing, addEvents['undo-completed'], AT)).toMatchObject({
      value: { effect: 'restore-superseded' },
    });
    expect(applyToAdd(addEntry(1), addEvents.refused, AT)).toMatchObject({ value: { effect: 'restore-superseded' } });
  });
});

test('an event that the table does not list is impossible', () => {
  expect(accepts(SEND_TRANSITIONS, 'sent', 'cancelled')).toBe(false);
  expect(accepts(SEND_TRANSITIONS, 'queued', 'cancelled')).toBe(true);
});
