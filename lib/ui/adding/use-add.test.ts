import { describe, expect, it } from 'vitest';
import type { SeenAt } from '@/lib/browser/read-tab';
import type { AddOutcome, AddWaiting } from '@/lib/domain/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { ContactId, EntryId, ListId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { type InputOf, inputs } from '@/lib/messaging/protocol';
import { type AddRequest, performAdd } from './use-add';

const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const TAB: SeenAt = { tabId: 7, listUrl: null };
const list = { id: ListId.parse('11111111-0000-4000-8000-000000000001'), name: 'Nordic procurement' };
const entryId = EntryId.parse('22222222-0000-4000-8000-000000000001');
const request: AddRequest = {
  identity: LinkedInIdentity.parse({ ...mira, memberId: 'ACoAACp1iE4BkDljYZmNF_LruU7P1fi1vvM4764' }),
  personName: 'Mira Okonkwo',
  list,
  draft: { name: 'Mira Okonkwo' },
  ifPresent: 'keep',
};
const outcome: AddOutcome = {
  effect: 'created',
  contactId: ContactId.parse('33333333-0000-4000-8000-000000000001'),
  listId: list.id,
  listName: list.name,
  undoUntil: null,
};

/** Presses Add once, with the given answers of tab and worker. */
async function press(shownAt: SeenAt | null, shows: Result<null>, answer: Result<AddOutcome | AddWaiting>) {
  const checked: [SeenAt, LinkedInIdentity][] = [];
  const sent: InputOf<'contact.add'>[] = [];
  const state = await performAdd({ identity: mira, shownAt }, request, entryId, {
    stillShows: (...args) => {
      checked.push(args);
      return Promise.resolve(shows);
    },
    send: (input) => {
      sent.push(input);
      return Promise.resolve(answer);
    },
  });
  return { checked, sent, state };
}

describe('pressing Add', () => {
  it('waits when GetSales will receive the person later', async () => {
    const error = { code: 'offline' } as const;
    const { state } = await press(null, ok(null), ok({ effect: 'waiting', error }));
    expect(state).toEqual({ name: 'waiting', entryId, list, ifPresent: 'keep', error });
  });

  it('checks the tab again, then sends what was shown', async () => {
    const { checked, sent, state } = await press(TAB, ok(null), ok(outcome));
    expect(checked).toEqual([[TAB, mira]]);
    expect(sent).toEqual([
      {
        entryId,
        identity: request.identity,
        personName: 'Mira Okonkwo',
        listId: list.id,
        listName: 'Nordic procurement',
        draft: { name: 'Mira Okonkwo' },
        ifPresent: 'keep',
      },
    ]);
    expect(state).toEqual({ name: 'done', entryId, list, outcome });
  });

  it('sends what the worker accepts', async () => {
    const { sent } = await press(TAB, ok(null), ok(outcome));
    expect(inputs['contact.add'].safeParse(sent[0]).success).toBe(true);
  });

  it.each(['person-changed', 'tab-not-shared', 'page-unreadable'] as const)(
    'sends nothing when the tab is %s',
    async (code) => {
      const { sent, state } = await press(TAB, err({ code }), ok(outcome));
      expect(sent).toEqual([]);
      expect(state).toEqual({ name: 'page-changed', error: { code } });
    },
  );

  it('checks no tab for a pasted link', async () => {
    const { checked, sent } = await press(null, err({ code: 'person-changed' }), ok(outcome));
    expect(checked).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('keeps list and choice when GetSales cannot be reached', async () => {
    const { state } = await press(TAB, ok(null), err({ code: 'offline' }));
    expect(state).toEqual({ name: 'failed', list, ifPresent: 'keep', error: { code: 'offline' } });
  });
});
