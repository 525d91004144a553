import { describe, expect, it } from 'vitest';
import type { MatchedContact } from '@/lib/domain/contact';
import type { AddEntry, SendEntry } from '@/lib/domain/outbox-entry';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ListId } from '@/lib/domain/ids';
import { aMessage, contactA, entryId, mara, messageId, minute } from '@/lib/ui/conversation/testing/panel-fixtures';
import { accountA } from '@/lib/outbox/testing/entries';
import { entryActs } from './entry-acts';
import { intentWords } from './entry-words';

const offline = { code: 'offline' } as const;
const outcome = { contactId: contactA, listId: null, listName: 'EU founders', undoUntil: null };
const undo = { kind: 'remove', stageId: null, tagIds: [] } as const;
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
    baseline: [],
    skewMs: 0,
    overrides: null,
    state,
  };
}

describe('an entry of Activity says what was meant and what came of it', () => {
  it.each([
    [add({ name: 'dispatching' }), 'Add to Recruiters', 'under way'],
    [add({ name: 'done', outcome: { ...outcome, effect: 'created' } }), 'Add to Recruiters', 'added to EU founders'],
    [
      add({ name: 'done', outcome: { ...outcome, effect: 'kept' } }),
      'Add to Recruiters',
      'was there already, on EU founders',
    ],
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
    [add({ name: 'refused', error: offline }), 'Add to Recruiters', 'refused: You are offline'],
    [add({ name: 'unknown', error: offline }, 'move'), 'Move to Recruiters', 'not confirmed: You are offline'],
    [add({ name: 'undone' }), 'Add to Recruiters', 'taken back'],
    [add({ name: 'superseded', by: entryId(2) }), 'Add to Recruiters', 'replaced by a later add'],
    [send({ name: 'queued', leavesAt: minute(2), heldBy: null }), 'Message', 'waiting to leave'],
    [send({ name: 'dispatching' }), 'Message', 'being sent'],
    [send({ name: 'sent', messageId: messageId(1) }), 'Message', 'GetSales has it'],
    [send({ name: 'refused', error: offline }), 'Message', 'refused: You are offline'],
    [send({ name: 'cancelled', why: 'by-user' }), 'Message', 'taken back before it left'],
    [send({ name: 'cancelled', why: 'expired' }), 'Message', 'not sent: it waited too long'],
  ])('%#: %j', (entry, act, words) => {
    expect(intentWords(entry)).toMatchObject({ act, outcome: words });
  });

  it('an add that waits says why', () => {
    const waiting = add({ name: 'waiting', error: offline, tries: 1, retryAt: minute(2) });
    expect(intentWords(waiting).outcome).toMatch(/^waiting: You are offline\. Next try at \d\d:\d\d$/u);
  });

  it('an unconfirmed message says when it left, and how often it was looked for', () => {
    expect(intentWords(send({ name: 'unknown', error: offline })).outcome).toMatch(
      /^not confirmed: left at \d\d:\d\d$/u,
    );
    expect(intentWords(send({ name: 'unknown', error: offline, looks: 3 })).outcome).toMatch(/looked for 3 times/u);
  });

  it('never holds the text of a message', () => {
    expect(JSON.stringify(intentWords(send({ name: 'sent', messageId: messageId(1) })))).not.toContain('Message 1');
  });
});

describe('what can be done about an entry', () => {
  it.each([
    ['an add that waits', add({ name: 'waiting', error: offline, tries: 1, retryAt: minute(2) }), ['retry', 'remove']],
    ['an add that was refused', add({ name: 'refused', error: offline }), ['retry', 'remove']],
    ['an add that is through', add({ name: 'done', outcome: { ...outcome, effect: 'created' } }), ['remove']],
    [
      'an add that matched another contact',
      add(matchedOther({ name: null, company: null, mayHaveMoved: false })),
      ['remove', 'open'],
    ],
    ['an add that is under way', add({ name: 'dispatching' }), []],
    ['an add that is being taken back', add({ name: 'undoing', outcome: { ...outcome, effect: 'created' }, undo }), []],
    ['a message that has not left', send({ name: 'queued', leavesAt: minute(2), heldBy: null }), []],
    ['a message that could not be confirmed', send({ name: 'unknown', error: offline }), ['check']],
    ['a message that was sent', send({ name: 'sent', messageId: messageId(1) }), ['remove']],
  ])('%s', (_, entry, acts) => {
    const can = Object.entries(entryActs(entry, Date.parse(minute(5))));
    expect(can.filter(([, may]) => Boolean(may)).map(([name]) => name)).toEqual(acts);
  });

  it('an unconfirmed message that guards against nothing any more goes', () => {
    const unknown = send({ name: 'unknown', error: offline });
    expect(entryActs(unknown, Date.parse(minute(1)) + 86_400_001)).toMatchObject({ remove: true });
  });
});
