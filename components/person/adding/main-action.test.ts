import { describe, expect, it } from 'vitest';
import type { AddOutcome, ContactStatus } from '@/lib/domain/contact';
import { ContactId, EntryId, ListId } from '@/lib/domain/ids';
import { contactOf } from '@/lib/domain/testing/contact';
import { NOT_ADDED, type AddState } from '@/lib/ui/adding/add-state';
import { mainAction, type MainAction } from './main-action';
import { contactStatusFacts } from './contact-status-facts';

const nordic = { id: ListId.parse('11111111-0000-4000-8000-000000000001'), name: 'Nordic procurement' };
const founders = { id: ListId.parse('11111111-0000-4000-8000-000000000002'), name: 'EU founders' };
const entryId = EntryId.parse('22222222-0000-4000-8000-000000000001');

const jonas = contactOf({
  id: ContactId.parse('33333333-0000-4000-8000-000000000001'),
  name: 'Jonas Berg',
  firstName: 'Jonas',
  lastName: 'Berg',
  slug: 'jonas-berg-x3',
  listId: founders.id,
  createdAt: '2026-05-03T10:00:00.000Z',
});
const onFounders: Extract<ContactStatus, { kind: 'present' }> = {
  kind: 'present',
  contact: jonas,
  listName: 'EU founders',
  stageName: 'Engaging',
  automations: [
    { name: 'Q4 outreach', status: 'in_progress' },
    { name: 'Autumn', status: 'finished' },
    { name: 'Spring', status: 'paused_by_someone' },
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
const result: MainAction = { kind: 'result' };

describe('the main action of the popup', () => {
  it.each<[string, AddState, ContactStatus | null, typeof nordic | null, MainAction]>([
    ['Add, for a new person', NOT_ADDED, absent, nordic, { kind: 'add', list: nordic, ifPresent: 'keep' }],
    [
      'Add that keeps an existing contact, while GetSales has not answered',
      NOT_ADDED,
      null,
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'keep' },
    ],
    ['a request to choose, without any list', NOT_ADDED, absent, null, { kind: 'choose-list' }],
    [
      'nothing to do, for a contact in the list',
      NOT_ADDED,
      onFounders,
      founders,
      { kind: 'already', listName: 'EU founders' },
    ],
    [
      'a question with running automations, for a contact in another list',
      NOT_ADDED,
      onFounders,
      nordic,
      {
        kind: 'ask-to-move',
        list: nordic,
        currentName: 'EU founders',
        automations: ['Q4 outreach', 'Spring'],
        complete: true,
      },
    ],
    [
      'a question that says which facts are unknown',
      NOT_ADDED,
      { ...onFounders, listName: null, automations: [], extras: 'partial' },
      nordic,
      { kind: 'ask-to-move', list: nordic, currentName: '', automations: [], complete: false },
    ],
    [
      'Add that moves, for a contact without a list',
      NOT_ADDED,
      { ...onFounders, contact: { ...jonas, listId: null }, listName: null },
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'move' },
    ],
    [
      'the add under way, even when GetSales has the person by now',
      { name: 'adding', list: nordic, ifPresent: 'keep' },
      onFounders,
      nordic,
      { kind: 'adding', list: nordic, ifPresent: 'keep' },
    ],
    ['the result, once done', { name: 'done', entryId, list: nordic, outcome }, absent, nordic, result],
    ['the result, during an undo', { name: 'undoing', entryId, list: nordic, outcome }, absent, nordic, result],
    [
      'the result, after a failed undo',
      { name: 'undo-failed', entryId, list: nordic, outcome, error: { code: 'undo-unsafe' } },
      absent,
      nordic,
      result,
    ],
    [
      'the result, while the add waits',
      { name: 'waiting', entryId, list: nordic, ifPresent: 'keep', error: { code: 'offline' } },
      absent,
      nordic,
      result,
    ],
    [
      'Add again, after a cancelled add',
      { name: 'cancelled' },
      absent,
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'keep' },
    ],
    ['the result, once kept', { name: 'kept', listName: 'EU founders' }, onFounders, nordic, result],
    [
      'the result, when the tab shows another person',
      { name: 'page-changed', error: { code: 'person-changed' } },
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
      { name: 'undone', list: nordic, effect: 'created' },
      absent,
      nordic,
      { kind: 'add', list: nordic, ifPresent: 'keep' },
    ],
  ])('is %s', (_, add, contactStatus, list, view) => {
    expect(mainAction(add, contactStatus, list)).toEqual(view);
  });
});

describe('the facts about a contact status', () => {
  it('are one for a new person', () => {
    expect(contactStatusFacts(absent)).toEqual([{ kind: 'absent' }]);
  });

  it('name list, stage, running automations and the last reply', () => {
    expect(contactStatusFacts(onFounders)).toEqual([
      { kind: 'on-list', listName: 'EU founders', since: '2026-05-03T10:00:00.000Z' },
      { kind: 'stage', stageName: 'Engaging' },
      { kind: 'automation', name: 'Q4 outreach' },
      { kind: 'automation', name: 'Spring' },
      { kind: 'replied', at: '2026-11-21T10:00:00.000Z' },
    ]);
  });

  it('say when some could not be loaded', () => {
    expect(contactStatusFacts({ ...onFounders, extras: 'partial' }).at(-1)).toEqual({ kind: 'partial' });
  });

  it('do not mistake an unknown list name for no list', () => {
    const bare = { ...onFounders, listName: null, stageName: null, automations: [], lastReplyAt: null };
    expect(contactStatusFacts(bare)).toEqual([{ kind: 'in-getsales' }]);
    expect(contactStatusFacts({ ...bare, contact: { ...jonas, listId: null } })).toEqual([{ kind: 'no-list' }]);
  });
});
