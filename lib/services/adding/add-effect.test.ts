import { describe, expect, test } from 'vitest';
import type { Contact } from '@/lib/domain/contact';
import { ListId } from '@/lib/domain/ids';
import { contactOf } from '@/lib/domain/testing/contact';
import { effectOf, type EffectEvidence } from './add-effect';

const wanted = ListId.parse('00000000-0000-4000-8000-000000000001');
const other = ListId.parse('00000000-0000-4000-8000-000000000002');
const BEGAN = Date.UTC(2026, 10, 23, 12);

function contact(listId: ListId | null, createdMs: number): Contact {
  return contactOf({ listId, stageId: 'new', tagIds: ['tag'], createdAt: new Date(createdMs).toISOString() });
}

const fresh = contact(wanted, BEGAN + 400);
const old = (listId: ListId | null) => contact(listId, BEGAN - 86_400_000);
const remove = { kind: 'remove', stageId: 'new', tagIds: ['tag'] };
const moveBack = { kind: 'move-back', toListId: other };

describe('the effect of an upsert', () => {
  test.each<[string, Partial<EffectEvidence>, object]>([
    [
      'absent before, created since: created',
      { before: 'absent', contact: fresh },
      { effect: 'created', undo: remove },
    ],
    [
      'absent before, age unknown: created, no undo',
      { before: 'absent', contact: fresh, beganAtServerMs: null },
      { effect: 'created', undo: null },
    ],
    [
      'absent before, but created before this attempt: by another user, kept',
      { before: 'absent', contact: old(wanted) },
      { effect: 'kept', undo: null },
    ],
    [
      'absent before, created by an earlier attempt that GetSales did not list yet: created, no undo',
      { before: 'absent', contact: contact(wanted, BEGAN - 60_000), firstAtServerMs: BEGAN - 90_000 },
      { effect: 'created', undo: null },
    ],
    [
      'absent before, and on another list: by another user, kept',
      { before: 'absent', contact: contact(other, BEGAN) },
      { effect: 'kept', undo: null },
    ],
    [
      'unknown before, created since: created, no undo',
      { before: null, contact: fresh },
      { effect: 'created', undo: null },
    ],
    ['unknown before, old: kept', { before: null, contact: old(wanted) }, { effect: 'kept', undo: null }],
    [
      'present before on this list: kept',
      { before: old(wanted), contact: old(wanted) },
      { effect: 'kept', undo: null },
    ],
    [
      'present before on another list: kept',
      { before: old(other), contact: old(other) },
      { effect: 'kept', undo: null },
    ],
    [
      'present before on another list, moving: moved, can be moved back',
      { before: old(other), contact: old(wanted), mayMove: true },
      { effect: 'moved', undo: moveBack },
    ],
    [
      'present before without a list, moving: moved, no undo',
      { before: old(null), contact: old(wanted), mayMove: true },
      { effect: 'moved', undo: null },
    ],
    [
      'moving, not done by GetSales: kept',
      { before: old(other), contact: old(other), mayMove: true },
      { effect: 'kept', undo: null },
    ],
    [
      'moving, on the list before: kept',
      { before: old(wanted), contact: old(wanted), mayMove: true },
      { effect: 'kept', undo: null },
    ],
    [
      'present before, created by an earlier attempt: created, no undo',
      { before: fresh, contact: fresh, firstAtServerMs: BEGAN },
      { effect: 'created', undo: null },
    ],
    [
      'present before, created just now by another user: kept',
      { before: fresh, contact: fresh },
      { effect: 'kept', undo: null },
    ],
    [
      'absent before, but put there by an earlier add: kept',
      { before: 'absent', contact: fresh, previousListId: wanted },
      { effect: 'kept', undo: null },
    ],
    [
      'absent before, but put elsewhere by an earlier add: moved, no undo',
      { before: 'absent', contact: fresh, previousListId: other, mayMove: true },
      { effect: 'moved', undo: null },
    ],
    [
      'unknown before, put elsewhere by an earlier add: moved, no undo',
      { before: null, contact: fresh, previousListId: other, mayMove: true },
      { effect: 'moved', undo: null },
    ],
    [
      'answered with another contact: matched-other in every case',
      { answered: 'other', before: 'absent', contact: fresh },
      { effect: 'matched-other', undo: null },
    ],
    [
      'unproven and older than this attempt: matched-other',
      { answered: 'unproven', before: 'absent', contact: old(wanted) },
      { effect: 'matched-other', undo: null },
    ],
    [
      'unproven, created by an earlier attempt: created, no undo',
      {
        answered: 'unproven',
        before: 'absent',
        contact: contact(wanted, BEGAN - 60_000),
        firstAtServerMs: BEGAN - 90_000,
      },
      { effect: 'created', undo: null },
    ],
    [
      'unproven and created since: created, no undo',
      { answered: 'unproven', before: 'absent', contact: fresh },
      { effect: 'created', undo: null },
    ],
  ])('%s', (_name, change, effect) => {
    const evidence: EffectEvidence = {
      answered: 'same',
      before: null,
      contact: fresh,
      previousListId: null,
      listId: wanted,
      mayMove: false,
      mayHaveArrived: false,
      beganAtServerMs: BEGAN,
      firstAtServerMs: null,
    };
    expect(effectOf({ ...evidence, ...change })).toEqual(effect);
  });
});
