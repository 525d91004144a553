import { describe, expect, it } from 'vitest';
import type { AddOutcome, Contact, ContactStatus } from '@/lib/domain/contact';
import { ContactId, EntryId, ListId } from '@/lib/domain/ids';
import { NOT_ADDED, type AddState } from '@/lib/ui/adding/add-state';
import { actionView, type ActionView } from './main-action';
import { contactStatusFacts } from './contact-status-facts';

const nordic = { id: ListId.parse('11111111-0000-4000-8000-000000000001'), name: 'Nordic procurement' };
const founders = { id: ListId.parse('11111111-0000-4000-8000-000000000002'), name: 'EU founders' };
const entryId = EntryId.parse('22222222-0000-4000-8000-000000000001');

const jonas: Contact = {
  id: ContactId.parse('33333333-0000-4000-8000-000000000001'),
  name: 'Jonas Berg',
  firstName: 'Jonas',
  lastName: 'Berg',
  headline: null,
  position: null,
  company: null,
  location: null,
  about: null,
  workEmail: null,
  personalEmail: null,
  slug: 'jonas-berg-x3',
  memberId: null,
  salesId: null,
  listId: founders.id,
  stageId: null,
  tagIds: [],
  unread: 0,
  lastReplyAt: null,
  connections: [],
  createdAt: '2026-05-03T10:00:00.000Z',
  updatedAt: null,
};
const onFounders: Extract<ContactStatus, { kind: 'present' }> = {
  kind: 'present',
  contact: jonas,
  listName: 'EU founders',
  stageName: 'Engaging',
  automations: [
    { name: 'Q4 outreach', status: 'in_progress' },
    { name: 'Autumn', status: 'finished' },
    { name: 'Spring', status: 'paused_by_somebody' },
  ],
  lastReplyAt: '2026-11-21T10:00:00.000Z',
  extras: 'complete',
  asOf: '2026-11-23T10:00:00.000Z',
};
const absent: ContactStatus = { kind: 'absent', asOf: '2026-11-23T10:00:00.000Z' };
const outcome: AddOutcome = {
  effect: 'created',
  contactId: jonas.id,
  listId: nordic.id,
  listName: nordic.name,
  undoUntil: null,
};
const result: ActionView = { kind: 'result' };

describe('what stands where the main button stands', () => {
  it.each<[string, AddState, ContactStatus | null, typeof nordic | null, ActionView]>([
    ['Add, for somebody new', NOT_ADDED, absent, nordic, { kind: 'add', list: nordic, ifPresent: 'keep' }],
    [
      'Add that overwrites nothing, while GetSales has not answered',
      NOT_ADDED,
      null,
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'keep' },
    ],
    ['a request to choose, without any list', NOT_ADDED, absent, null, { kind: 'choose-list' }],
    [
      'nothing to do, on the list already',
      NOT_ADDED,
      onFounders,
      founders,
      { kind: 'already', listName: 'EU founders' },
    ],
    [
      'the guard with what is running, on another list',
      NOT_ADDED,
      onFounders,
      nordic,
      {
        kind: 'guard',
        list: nordic,
        currentName: 'EU founders',
        automations: ['Q4 outreach', 'Spring'],
        complete: true,
      },
    ],
    [
      'the guard that admits what could not be asked',
      NOT_ADDED,
      { ...onFounders, listName: null, automations: [], extras: 'partial' },
      nordic,
      { kind: 'guard', list: nordic, currentName: '', automations: [], complete: false },
    ],
    [
      'Add that places the contact, when it is on no list',
      NOT_ADDED,
      { ...onFounders, contact: { ...jonas, listId: null }, listName: null },
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'move' },
    ],
    [
      'the add under way, even when GetSales knows the person meanwhile',
      { name: 'adding', list: nordic, ifPresent: 'keep' },
      onFounders,
      nordic,
      { kind: 'adding', list: nordic, ifPresent: 'keep' },
    ],
    ['the result, once done', { name: 'done', entryId, list: nordic, outcome }, absent, nordic, result],
    ['the result, while it is taken back', { name: 'undoing', entryId, list: nordic, outcome }, absent, nordic, result],
    [
      'the result, when it could not be taken back',
      { name: 'undo-failed', entryId, list: nordic, outcome, error: { code: 'undo-unsafe' } },
      absent,
      nordic,
      result,
    ],
    [
      'the result, while it waits to be carried on',
      { name: 'waiting', entryId, list: nordic, ifPresent: 'keep', error: { code: 'offline' } },
      absent,
      nordic,
      result,
    ],
    [
      'Add again, after it was taken out',
      { name: 'dropped' },
      absent,
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'keep' },
    ],
    ['the result, once kept', { name: 'kept', listName: 'EU founders' }, onFounders, nordic, result],
    [
      'no button at all, when the tab shows somebody else',
      { name: 'elsewhere', error: { code: 'person-changed' } },
      absent,
      nordic,
      result,
    ],
    [
      'Add again, after a failure',
      { name: 'failed', list: nordic, ifPresent: 'keep', error: { code: 'offline' } },
      absent,
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'keep' },
    ],
    [
      'Add again, after Undo',
      { name: 'undone', list: nordic },
      absent,
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'keep' },
    ],
  ])('is %s', (_, add, contactStatus, list, view) => {
    expect(actionView(add, contactStatus, list)).toEqual(view);
  });
});

describe('the facts about a person’s contactStatus', () => {
  it('are one for somebody new', () => {
    expect(contactStatusFacts(absent)).toEqual([{ kind: 'absent' }]);
  });

  it('name list, stage, what is running and the last reply', () => {
    expect(contactStatusFacts(onFounders)).toEqual([
      { kind: 'on-list', listName: 'EU founders', since: '2026-05-03T10:00:00.000Z' },
      { kind: 'stage', stageName: 'Engaging' },
      { kind: 'automation', name: 'Q4 outreach' },
      { kind: 'automation', name: 'Spring' },
      { kind: 'replied', at: '2026-11-21T10:00:00.000Z' },
    ]);
  });

  it('say when some of them could not be asked', () => {
    expect(contactStatusFacts({ ...onFounders, extras: 'partial' }).at(-1)).toEqual({ kind: 'partial' });
  });

  it('neither invent a list nor deny one whose name is unknown', () => {
    const bare = { ...onFounders, listName: null, stageName: null, automations: [], lastReplyAt: null };
    expect(contactStatusFacts(bare)).toEqual([{ kind: 'in-getsales' }]);
    expect(contactStatusFacts({ ...bare, contact: { ...jonas, listId: null } })).toEqual([{ kind: 'no-list' }]);
  });
});
