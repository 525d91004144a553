import { describe, expect, test } from 'vitest';
import type { Contact } from '@/lib/domain/contact';
import { ContactId, ListId } from '@/lib/domain/ids';
import { effectOf, type EffectEvidence } from './add-effect';

const wanted = ListId.parse('00000000-0000-4000-8000-000000000001');
const other = ListId.parse('00000000-0000-4000-8000-000000000002');
const BEGAN = Date.UTC(2026, 10, 23, 12);

function contact(listId: ListId | null, createdMs: number): Contact {
  return {
    id: ContactId.parse('00000000-0000-4000-8000-000000000003'),
    name: 'Mira Okonkwo',
    firstName: null,
    lastName: null,
    headline: null,
    position: null,
    company: null,
    location: null,
    about: null,
    workEmail: null,
    personalEmail: null,
    slug: 'mira-okonkwo',
    memberId: null,
    salesId: null,
    listId,
    stageId: 'new',
    tagIds: ['tag'],
    unread: 0,
    connections: [],
    lastReplyAt: null,
    createdAt: new Date(createdMs).toISOString(),
    updatedAt: null,
  };
}

const fresh = contact(wanted, BEGAN + 400);
const old = (listId: ListId | null) => contact(listId, BEGAN - 86_400_000);
const remove = { kind: 'remove', stageId: 'new', tagIds: ['tag'] };
const moveBack = { kind: 'move-back', toListId: other };

describe('what an upsert did', () => {
  test.each<[string, Partial<EffectEvidence>, object]>([
    ['nobody before, made since: created', { before: 'absent', contact: fresh }, { effect: 'created', undo: remove }],
    [
      'nobody before, age unknown: created, no undo',
      { before: 'absent', contact: fresh, beganAtServerMs: null },
      { effect: 'created', undo: null },
    ],
    [
      'nobody before, but made before this attempt: somebody else’s act, kept',
      { before: 'absent', contact: old(wanted) },
      { effect: 'kept', undo: null },
    ],
    [
      'nobody before, made by an earlier attempt that GetSales did not list yet: created, no undo',
      { before: 'absent', contact: contact(wanted, BEGAN - 60_000), firstAtServerMs: BEGAN - 90_000 },
      { effect: 'created', undo: null },
    ],
    [
      'nobody before, and on another list: another person’s act, kept',
      { before: 'absent', contact: contact(other, BEGAN) },
      { effect: 'kept', undo: null },
    ],
    [
      'not asked before, made since: created, no undo',
      { before: null, contact: fresh },
      { effect: 'created', undo: null },
    ],
    ['not asked before, old: kept', { before: null, contact: old(wanted) }, { effect: 'kept', undo: null }],
    ['there before on this list: kept', { before: old(wanted), contact: old(wanted) }, { effect: 'kept', undo: null }],
    ['there before on another list: kept', { before: old(other), contact: old(other) }, { effect: 'kept', undo: null }],
    [
      'there before, moving wanted: moved, and back',
      { before: old(other), contact: old(wanted), mayMove: true },
      { effect: 'moved', undo: moveBack },
    ],
    [
      'there before without a list, moving wanted: moved, nowhere back',
      { before: old(null), contact: old(wanted), mayMove: true },
      { effect: 'moved', undo: null },
    ],
    [
      'moving wanted, not done by GetSales: kept',
      { before: old(other), contact: old(other), mayMove: true },
      { effect: 'kept', undo: null },
    ],
    [
      'moving wanted, there already: kept',
      { before: old(wanted), contact: old(wanted), mayMove: true },
      { effect: 'kept', undo: null },
    ],
    [
      'there before, made by an earlier attempt of this entry: created, no undo',
      { before: fresh, contact: fresh, firstAtServerMs: BEGAN },
      { effect: 'created', undo: null },
    ],
    [
      'there before, made just now by somebody else: kept',
      { before: fresh, contact: fresh },
      { effect: 'kept', undo: null },
    ],
    [
      'nobody found before, but left there by an add of before: kept',
      { before: 'absent', contact: fresh, leftOn: wanted },
      { effect: 'kept', undo: null },
    ],
    [
      'nobody found before, but left elsewhere by an add of before: moved, no undo',
      { before: 'absent', contact: fresh, leftOn: other, mayMove: true },
      { effect: 'moved', undo: null },
    ],
    [
      'not asked before, left elsewhere by an add of before: moved, no undo',
      { before: null, contact: fresh, leftOn: other, mayMove: true },
      { effect: 'moved', undo: null },
    ],
    [
      'answered with another contact: matched another, whatever else is known',
      { answered: 'other', before: 'absent', contact: fresh },
      { effect: 'matched-other', undo: null },
    ],
    [
      'not proven and older than this attempt: matched another',
      { answered: 'unproven', before: 'absent', contact: old(wanted) },
      { effect: 'matched-other', undo: null },
    ],
    [
      'not proven, made by an earlier attempt: created, no undo',
      {
        answered: 'unproven',
        before: 'absent',
        contact: contact(wanted, BEGAN - 60_000),
        firstAtServerMs: BEGAN - 90_000,
      },
      { effect: 'created', undo: null },
    ],
    [
      'not proven and made since: created, no undo',
      { answered: 'unproven', before: 'absent', contact: fresh },
      { effect: 'created', undo: null },
    ],
  ])('%s', (_name, change, effect) => {
    const evidence: EffectEvidence = {
      answered: 'same',
      before: null,
      contact: fresh,
      leftOn: null,
      listId: wanted,
      mayMove: false,
      beganAtServerMs: BEGAN,
      firstAtServerMs: null,
    };
    expect(effectOf({ ...evidence, ...change })).toEqual(effect);
  });
});
