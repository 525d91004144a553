import { expect, test } from 'vitest';
import { ListId } from '@/lib/domain/ids';
import { listA, uuidOf } from '@/lib/outbox/testing/entries';
import { contactOf } from '@/lib/domain/testing/contact';
import { effectOf, type EffectEvidence } from './add-effect';

const BEGAN = Date.UTC(2026, 10, 23, 12);
const listB = ListId.parse(uuidOf(302));
/** The contact on the wanted list, created this long after the attempt began. */
const createdAfter = (ms: number) => contactOf({ listId: listA, createdAt: new Date(BEGAN + ms).toISOString() });
const old = createdAfter(-86_400_000);
const undated = contactOf({ listId: listA });
const kept = { effect: 'kept', undo: null };
const created = { effect: 'created', undo: null };
const undoable = { effect: 'created', undo: { kind: 'remove', stageId: null, tagIds: [] } };
const moved = { effect: 'moved', undo: null };
const movedBack = { effect: 'moved', undo: { kind: 'move-back', toListId: listB } };
const matched = { effect: 'matched-other', undo: null };

test.each<[string, Partial<EffectEvidence>, object]>([
  ['created within the grain of GetSales’ clock', { before: 'absent', contact: createdAfter(-1_000) }, undoable],
  ['created a moment earlier', { before: 'absent', contact: createdAfter(-1_001) }, kept],
  [
    'created within the grain of an earlier attempt',
    { before: 'absent', contact: createdAfter(-61_000), firstAtServerMs: BEGAN - 60_000 },
    created,
  ],
  [
    'created before an earlier attempt',
    { before: 'absent', contact: createdAfter(-61_001), firstAtServerMs: BEGAN - 60_000 },
    kept,
  ],
  ['without a date', { before: 'absent', contact: undated }, created],
  ['without a date, unknown before', { contact: undated }, kept],
  [
    'put elsewhere by an earlier add, not to be moved',
    { before: 'absent', contact: createdAfter(0), previousListId: listB },
    kept,
  ],
  [
    'put here by an earlier add, to be moved',
    { before: 'absent', contact: createdAfter(0), previousListId: listA, mayMove: true },
    kept,
  ],
  [
    'put here by an earlier add, and elsewhere before',
    { before: { ...old, listId: listB }, contact: old, previousListId: listA, mayMove: true },
    movedBack,
  ],
  ['elsewhere before, not to be moved', { before: { ...old, listId: listB }, contact: old }, kept],
  ['on no list before, not to be moved', { before: { ...old, listId: null }, contact: old }, kept],
  ['on no list before, to be moved', { before: { ...old, listId: null }, contact: old, mayMove: true }, moved],
  ['unknown before and old, to be moved', { contact: old, mayMove: true }, kept],
  [
    'created by an earlier attempt, elsewhere before, to be moved',
    { before: { ...old, listId: listB }, contact: createdAfter(0), firstAtServerMs: BEGAN, mayMove: true },
    created,
  ],
  [
    'unproven, with an unknown server clock',
    { answered: 'unproven', before: 'absent', contact: old, beganAtServerMs: null },
    created,
  ],
  ['unproven, created in this attempt', { answered: 'unproven', before: 'absent', contact: createdAfter(0) }, created],
  [
    'unproven, created before an earlier attempt',
    { answered: 'unproven', contact: createdAfter(-61_001), firstAtServerMs: BEGAN - 60_000 },
    matched,
  ],
  ['another one, created in this attempt', { answered: 'other', contact: createdAfter(0) }, matched],
])('a contact %s', (_name, change, effect) => {
  const evidence: EffectEvidence = {
    answered: 'same',
    before: null,
    contact: old,
    previousListId: null,
    listId: listA,
    mayMove: false,
    mayHaveArrived: false,
    beganAtServerMs: BEGAN,
    firstAtServerMs: null,
  };
  expect(effectOf({ ...evidence, ...change })).toEqual(effect);
});
