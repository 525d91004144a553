import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import type { MatchedContact } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ListId } from '@/lib/domain/ids';
import type { AddEntry, SendEntry, UndoOfAdd } from '@/lib/domain/outbox/outbox-entry';
import { accountA } from '@/lib/outbox/testing/entries';
import { aMessage, contactA, entryId, mara, messageId, minute } from '@/lib/ui/conversation/testing/examples';
import { entryActions, describeEntry } from './describe-entry';

const offline = { code: 'offline' } as const;
const outcome = { contactId: contactA, listId: null, listName: 'EU founders', undoUntil: null };
const undo: UndoOfAdd = { kind: 'remove', stageId: null, tagIds: [] };
const base = { id: entryId(1), account: accountA, createdAt: minute(1), settledAt: null, personName: 'Mira Okonkwo' };

function matchedOther(matched: MatchedContact): AddEntry['state'] {
  return { name: 'done', outcome: { ...outcome, effect: 'matched-other', matched } };
}

function add(state: AddEntry['state'], ifPresent: AddEntry['ifPresent'] = 'keep'): AddEntry {
  return {
    ...base,
    kind: 'add',
    identity: LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null }),
    listId: ListId.parse('11111111-0000-4000-8000-000000000001'),
    listName: 'Recruiters',
    draft: {},
    ifPresent,
    state,
  };
}

function send(state: SendEntry['state']): SendEntry {
  const text = aMessage(1).text ?? '';
  return {
    ...base,
    kind: 'send',
    contactId: contactA,
    senderId: mara,
    text,
    dispatchedAt: null,
    baseline: [],
    skewMs: 0,
    overrides: null,
    state,
  };
}

describe('an entry is described by its action and outcome', () => {
  it.each([
    [add({ name: 'dispatching', tries: 0, mayHaveArrived: false }), 'Add to Recruiters', 'adding'],
    [add({ name: 'done', outcome: { ...outcome, effect: 'created' } }), 'Add to Recruiters', 'added to EU founders'],
    [add({ name: 'done', outcome: { ...outcome, effect: 'kept' } }), 'Add to Recruiters', 'already in EU founders'],
    [
      add({ name: 'done', outcome: { ...outcome, effect: 'moved' } }, 'move'),
      'Move to Recruiters',
      'moved to EU founders',
    ],
    [
      add(matchedOther({ name: 'Mira Okonkwo', company: 'Nordlys Energy', mayHaveMoved: false })),
      'Add to Recruiters',
      'GetSales matched another contact: Mira Okonkwo, Nordlys Energy',
    ],
    [
      add(matchedOther({ name: null, company: null, mayHaveMoved: true }), 'move'),
      'Move to Recruiters',
      'GetSales matched another contact: a contact without a name. It may have been moved to Recruiters',
    ],
    [add({ name: 'refused', error: offline }), 'Add to Recruiters', 'not added: You are offline'],
    [add({ name: 'unknown', error: offline }, 'move'), 'Move to Recruiters', 'unconfirmed: You are offline'],
    [add({ name: 'undone' }), 'Add to Recruiters', 'undone'],
    [add({ name: 'superseded', by: entryId(2) }), 'Add to Recruiters', 'superseded'],
    [send({ name: 'queued', sendAt: minute(2), blockedBy: null }), 'Message', 'sending soon'],
    [send({ name: 'dispatching' }), 'Message', 'sending'],
    [send({ name: 'sent', messageId: messageId(1) }), 'Message', 'GetSales has it'],
    [send({ name: 'refused', error: offline }), 'Message', 'not sent: You are offline'],
    [send({ name: 'cancelled', why: 'by-user' }), 'Message', 'cancelled before it was sent'],
    [send({ name: 'cancelled', why: 'expired' }), 'Message', 'not sent: no connection'],
  ])('%#: %j', (entry, action, words) => {
    expect(describeEntry(entry)).toMatchObject({ action, outcome: words });
  });

  it('an add that GetSales refused gives its reason', () => {
    const refused: AppError = { code: 'refused', status: 400, problems: [{ field: '', message: 'The plan is full.' }] };
    expect(describeEntry(add({ name: 'refused', error: refused })).outcome).toBe('not added: The plan is full.');
  });

  it('an add that waits says why', () => {
    const waiting = add({ name: 'waiting', error: offline, tries: 1, retryAt: minute(2), mayHaveArrived: true });
    expect(describeEntry(waiting).outcome).toMatch(/^retrying at \d\d:\d\d: You are offline$/u);
  });

  it('an unconfirmed message says when it was sent, and how often it was checked', () => {
    expect(describeEntry(send({ name: 'unknown', error: offline, checks: 0 })).outcome).toMatch(
      /^unconfirmed: sent \d\d:\d\d$/u,
    );
    expect(describeEntry(send({ name: 'unknown', error: offline, checks: 3 })).outcome).toMatch(/checked 3 times/u);
  });

  it('never holds the text of a message', () => {
    expect(JSON.stringify(describeEntry(send({ name: 'sent', messageId: messageId(1) })))).not.toContain('Message 1');
  });
});

describe('the possible actions of an entry', () => {
  it.each([
    [
      'a waiting add',
      add({ name: 'waiting', error: offline, tries: 1, retryAt: minute(2), mayHaveArrived: true }),
      ['retry', 'remove'],
    ],
    ['an add that was refused', add({ name: 'refused', error: offline }), ['retry', 'remove']],
    ['a finished add', add({ name: 'done', outcome: { ...outcome, effect: 'created' } }), ['remove']],
    [
      'an add that matched another contact',
      add(matchedOther({ name: null, company: null, mayHaveMoved: false })),
      ['remove', 'open'],
    ],
    ['an add that is under way', add({ name: 'dispatching', tries: 0, mayHaveArrived: false }), []],
    ['an add that is being undone', add({ name: 'undoing', outcome: { ...outcome, effect: 'created' }, undo }), []],
    ['a queued message', send({ name: 'queued', sendAt: minute(2), blockedBy: null }), []],
    ['a message that could not be confirmed', send({ name: 'unknown', error: offline, checks: 0 }), ['check']],
    ['a message that was sent', send({ name: 'sent', messageId: messageId(1) }), ['remove']],
  ])('%s', (_, entry, actions) => {
    const can = Object.entries(entryActions(entry, Date.parse(minute(5))));
    expect(can.filter(([, may]) => Boolean(may)).map(([name]) => name)).toEqual(actions);
  });

  it('an unconfirmed message can be removed once it no longer prevents duplicates', () => {
    const unknown = send({ name: 'unknown', error: offline, checks: 0 });
    expect(entryActions(unknown, Date.parse(minute(1)) + 86_400_001)).toMatchObject({ remove: true });
  });
});
