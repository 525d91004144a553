import { describe, expect, test } from 'vitest';
import { addEntry, contactA, entryIdOf, listA, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { ADD_TRANSITIONS, applyToAdd, type AddEvent } from './add-transitions';
import type { AddState, SendState } from './outbox-entry';
import { applyToSend, SEND_TRANSITIONS, type SendEvent } from './send-transitions';

const AT = '2026-11-23T12:00:00.000Z';
const LATER = '2026-11-23T12:05:00.000Z';
const error = { code: 'offline' } as const;
const other = { code: 'key-rejected' } as const;
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: 'EU', undoUntil: AT } as const;
const undo = { kind: 'move-back', toListId: listA } as const;
const baseline = [messageIdOf(1)];

const dispatching = { name: 'dispatching', tries: 2, mayHaveArrived: false } as const;
const waiting = { name: 'waiting', error, tries: 3, retryAt: AT, mayHaveArrived: false } as const;
const unknownAdd = { name: 'unknown', error } as const;
const undoing = { name: 'undoing', outcome, undo } as const;
const queued = { name: 'queued', sendAt: AT, blockedBy: null } as const;
const unknownSend = { name: 'unknown', error, checks: 3 } as const;

describe('an add', () => {
  test.each<[AddState, AddEvent, AddState, string | null, string]>([
    [dispatching, { type: 'resumed' }, { ...dispatching, mayHaveArrived: true }, null, 'upsert'],
    [waiting, { type: 'resumed' }, { ...dispatching, tries: 3 }, null, 'upsert'],
    [waiting, { type: 'retried' }, { ...dispatching, tries: 3 }, null, 'upsert'],
    [unknownAdd, { type: 'retried' }, { name: 'dispatching', tries: 0, mayHaveArrived: true }, null, 'upsert'],
    [
      { name: 'refused', error },
      { type: 'retried' },
      { name: 'dispatching', tries: 0, mayHaveArrived: false },
      null,
      'upsert',
    ],
    [
      dispatching,
      { type: 'delayed', error: other, retryAt: LATER, mayHaveArrived: true },
      { name: 'waiting', error: other, tries: 3, retryAt: LATER, mayHaveArrived: true },
      null,
      'none',
    ],
    [dispatching, { type: 'completed', outcome, undo }, { name: 'done', outcome, undo }, LATER, 'none'],
    [dispatching, { type: 'completed', outcome, undo: null }, { name: 'done', outcome }, LATER, 'none'],
    [dispatching, { type: 'refused', error: other }, { name: 'refused', error: other }, LATER, 'restore-superseded'],
    [waiting, { type: 'left-to-user', error: other }, { name: 'unknown', error: other }, LATER, 'none'],
    [waiting, { type: 'superseded', by: entryIdOf(2) }, { name: 'superseded', by: entryIdOf(2) }, LATER, 'none'],
    [
      { name: 'superseded', by: entryIdOf(2) },
      { type: 'restored', retryAt: LATER },
      {
        name: 'waiting',
        error: { code: 'unreachable', why: 'network' },
        tries: 0,
        retryAt: LATER,
        mayHaveArrived: true,
      },
      null,
      'none',
    ],
    [{ name: 'done', outcome, undo }, { type: 'undo-started' }, undoing, AT, 'undo'],
    [undoing, { type: 'undo-completed' }, { name: 'undone' }, LATER, 'restore-superseded'],
    [undoing, { type: 'undo-refused' }, { name: 'done', outcome, undo }, LATER, 'none'],
  ])('%j, %j: becomes %j, settled at %j, with the effect %s', (before, event, state, settledAt, effect) => {
    const entry = addEntry(1, { state: before, settledAt: AT });
    expect(applyToAdd(entry, event, LATER)).toEqual({
      ok: true,
      value: { entry: { ...entry, state, settledAt }, effect },
    });
  });

  test.each<[AddState, AddEvent]>([
    [{ name: 'done', outcome }, { type: 'undo-started' }],
    [{ name: 'undone' }, { type: 'retried' }],
    [undoing, { type: 'undo-started' }],
    [waiting, { type: 'completed', outcome, undo }],
  ])('%j does not accept %j', (state, event) => {
    expect(applyToAdd(addEntry(1, { state }), event, AT)).toEqual({
      ok: false,
      error: { code: 'wrong-state', state: state.name },
    });
  });
});

describe('a message', () => {
  test.each<[SendState, SendEvent, object, string]>([
    [
      queued,
      { type: 'delayed', sendAt: LATER, blockedBy: other },
      { state: { ...queued, sendAt: LATER, blockedBy: other }, settledAt: null },
      'none',
    ],
    [
      queued,
      { type: 'dispatched', baseline, skewMs: 3, dispatchedAt: LATER },
      { state: { name: 'dispatching' }, baseline, skewMs: 3, dispatchedAt: LATER },
      'post',
    ],
    [
      { name: 'dispatching' },
      { type: 'not-posted', sendAt: LATER, blockedBy: other },
      { state: { ...queued, sendAt: LATER, blockedBy: other }, settledAt: null },
      'none',
    ],
    [
      unknownSend,
      { type: 'accepted', messageId: messageIdOf(9) },
      { state: { name: 'sent', messageId: messageIdOf(9) }, settledAt: LATER },
      'claim-message',
    ],
    [
      { name: 'dispatching' },
      { type: 'refused', error: other },
      { state: { name: 'refused', error: other }, settledAt: LATER },
      'none',
    ],
    [
      { name: 'dispatching' },
      { type: 'unconfirmed', error: other },
      { state: { name: 'unknown', error: other, checks: 0 }, settledAt: LATER },
      'none',
    ],
    [unknownSend, { type: 'checked' }, { state: { ...unknownSend, checks: 4 } }, 'none'],
    [
      queued,
      { type: 'cancelled', why: 'expired' },
      { state: { name: 'cancelled', why: 'expired' }, settledAt: LATER },
      'none',
    ],
  ])('%j, %j: changes %j, with the effect %s', (before, event, change, effect) => {
    const entry = sendEntry(1, { state: before, settledAt: AT });
    expect(applyToSend(entry, event, LATER)).toEqual({ ok: true, value: { entry: { ...entry, ...change }, effect } });
  });

  test.each<[SendState, SendEvent]>([
    [queued, { type: 'accepted', messageId: messageIdOf(9) }],
    [unknownSend, { type: 'dispatched', baseline, skewMs: null, dispatchedAt: AT }],
    [
      { name: 'cancelled', why: 'by-user' },
      { type: 'cancelled', why: 'by-user' },
    ],
  ])('%j does not accept %j', (state, event) => {
    expect(applyToSend(sendEntry(1, { state }), event, AT)).toEqual({
      ok: false,
      error: { code: 'wrong-state', state: state.name },
    });
  });
});

const ADD_STATES: readonly AddState[] = [
  dispatching,
  waiting,
  { name: 'refused', error },
  unknownAdd,
  { name: 'superseded', by: entryIdOf(2) },
  { name: 'done', outcome, undo },
  undoing,
  { name: 'undone' },
];
const ADD_EVENTS: readonly AddEvent[] = [
  { type: 'resumed' },
  { type: 'retried' },
  { type: 'delayed', error, retryAt: LATER, mayHaveArrived: true },
  { type: 'completed', outcome, undo },
  { type: 'refused', error },
  { type: 'left-to-user', error },
  { type: 'superseded', by: entryIdOf(2) },
  { type: 'restored', retryAt: LATER },
  { type: 'undo-started' },
  { type: 'undo-completed' },
  { type: 'undo-refused' },
];
const SEND_STATES: readonly SendState[] = [
  queued,
  { name: 'dispatching' },
  unknownSend,
  { name: 'sent', messageId: messageIdOf(9) },
  { name: 'refused', error },
  { name: 'cancelled', why: 'by-user' },
];
const SEND_EVENTS: readonly SendEvent[] = [
  { type: 'delayed', sendAt: LATER, blockedBy: other },
  { type: 'dispatched', baseline, skewMs: null, dispatchedAt: LATER },
  { type: 'not-posted', sendAt: LATER, blockedBy: other },
  { type: 'accepted', messageId: messageIdOf(9) },
  { type: 'stopped', error },
  { type: 'refused', error },
  { type: 'unconfirmed', error },
  { type: 'checked' },
  { type: 'cancelled', why: 'expired' },
];

describe('the next state is the one in the table, and an error where the table has none', () => {
  const nextOf = (applied: ReturnType<typeof applyToAdd> | ReturnType<typeof applyToSend>) =>
    applied.ok ? applied.value.entry.state.name : applied.error.code;
  const inTable = (table: Readonly<Record<string, Readonly<Record<string, string>>>>, state: string, event: string) =>
    table[state]?.[event] ?? 'wrong-state';

  test.each(ADD_STATES)('of an add: $name', (state) => {
    expect(ADD_EVENTS.map((event) => nextOf(applyToAdd(addEntry(1, { state }), event, AT)))).toEqual(
      ADD_EVENTS.map(({ type }) => inTable(ADD_TRANSITIONS, state.name, type)),
    );
  });

  test.each(SEND_STATES)('of a message: $name', (state) => {
    expect(SEND_EVENTS.map((event) => nextOf(applyToSend(sendEntry(1, { state }), event, AT)))).toEqual(
      SEND_EVENTS.map(({ type }) => inTable(SEND_TRANSITIONS, state.name, type)),
    );
  });

  test('for every state and event of the tables', () => {
    const eventsIn = (table: object) => new Set(Object.values(table).flatMap((events: object) => Object.keys(events)));
    expect(ADD_STATES.map(({ name }) => name).toSorted()).toEqual(Object.keys(ADD_TRANSITIONS).toSorted());
    expect(SEND_STATES.map(({ name }) => name).toSorted()).toEqual(Object.keys(SEND_TRANSITIONS).toSorted());
    expect(new Set(ADD_EVENTS.map(({ type }) => type))).toEqual(eventsIn(ADD_TRANSITIONS));
    expect(new Set(SEND_EVENTS.map(({ type }) => type))).toEqual(eventsIn(SEND_TRANSITIONS));
  });
});
