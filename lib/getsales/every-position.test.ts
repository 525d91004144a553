import { expect, test } from 'vitest';
import { jonas, mira } from '@/e2e/support/cast';
import { MessageId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import type { GetSalesClient } from './client';
import { againstSandbox, identityOf, valueOf } from './testing/against-sandbox';
import { inEveryPosition } from './testing/in-every-position';
import type { WriteFailure } from './write-failure';

const { sandbox, client, asked } = againstSandbox();

/** The ids that the acts need; the list of Jonas is not the one that is added to. */
async function ready(me: GetSalesClient) {
  const { lists } = valueOf(await me.lists());
  const listId = lists.find(({ name }) => name === 'Conference Berlin')?.id ?? expect.fail('no list');
  const senders = valueOf(await me.senders());
  const mara = senders.find(({ name }) => name === 'Mara (DE)')?.id ?? expect.fail('no sender');
  const tom = senders.find(({ name }) => name === 'Tom')?.id ?? expect.fail('no sender');
  return { lists, listId, mara, tom };
}

/** A result in a form that can be compared: the value as `read` sees it, or what failed. */
function resultOf<T>(result: Result<T, WriteFailure> | Result<T>, read: (value: T) => unknown): unknown {
  if (result.ok) return read(result.value);
  const { error } = result;
  return 'fate' in error ? `${error.fate}: ${error.error.code}` : error.code;
}

const READ = {
  account: ['Mara Lind', 'Acme'],
  lists: 12,
  stages: 7,
  customFields: true,
  jonas: ['Jonas Berg', 'EU founders', true],
  again: ['Jonas Berg', 'EU founders', true],
  absent: null,
  automations: ['Q4 outreach', 'Founders welcome'],
  messages: [5, 'in', true],
};
const READ_DIFFERENCES: Readonly<Record<string, Partial<Record<keyof typeof READ, unknown>>>> = {
  // Flat contacts do not say who is connected.
  'readAnswers: flat': { jonas: ['Jonas Berg', 'EU founders', false], again: ['Jonas Berg', 'EU founders', false] },
  'contacts: on-no-list': { jonas: ['Jonas Berg', null, true], again: ['Jonas Berg', null, true] },
  // A page of HTML does not say that there is no contact.
  'errors: html': { absent: 'forbidden' },
  'identity: forbidden': { account: ['mara@acme.test', 'Acme'] },
};

const ADDED = {
  added: ['Mira Okonkwo', 'Conference Berlin'],
  addedSeen: ['Mira Okonkwo', 'Conference Berlin'],
  kept: ['Jonas Berg', 'EU founders'],
  moved: ['Jonas Berg', 'Conference Berlin'],
  movedSeen: ['Jonas Berg', 'Conference Berlin'],
  undone: null,
  undoneSeen: null,
  list: 'Fair',
};
const ADD_DIFFERENCES: Readonly<Record<string, Partial<Record<keyof typeof ADDED, unknown>>>> = {
  // Nothing is guessed: the outcome is unknown, and a look-up shows it.
  'writeAnswers: acknowledged': {
    added: 'unknown: unreadable-answer',
    kept: 'unknown: unreadable-answer',
    moved: 'unknown: unreadable-answer',
  },
  'existing: refused': { kept: 'not-done: refused' },
  'contacts: on-no-list': { kept: ['Jonas Berg', null] },
  // The route that is left does not move contacts, which is said.
  'routes: former': { moved: 'not-done: unreadable-answer', movedSeen: ['Jonas Berg', 'EU founders'] },
  'errors: html': { undoneSeen: 'forbidden' },
};

const SENT = {
  sent: 'queued',
  posts: 1,
  seen: ['queued'],
  thread: [6, 'Thursday then.'],
  unconnected: 'queued',
  stored: 7,
};
const SEND_DIFFERENCES: Readonly<Record<string, Partial<Record<keyof typeof SENT, unknown>>>> = {
  'writeAnswers: acknowledged': {
    sent: 'unknown: unreadable-answer',
    seen: ['queued'],
    unconnected: 'unknown: unreadable-answer',
  },
  'unconnected: not-found': { unconnected: 'not-done: refused', stored: 6 },
  'listing: late': { seen: [null, null, null, 'queued'] },
};

inEveryPosition(
  () => sandbox().control,
  (position) => {
    test('everything is read', async () => {
      const me = client();
      const { lists } = await ready(me);
      const listName = (id: string | null) => lists.find((list) => list.id === id)?.name ?? null;
      const contact = valueOf(await me.lookup(identityOf(jonas))) ?? expect.fail('no contact');
      const facts = (found: typeof contact | null) =>
        found && [found.name, listName(found.listId), found.connections.some(({ connected }) => connected)];
      expect({
        account: resultOf(await me.whoAmI(), ({ userName, workspace }) => [userName, workspace]),
        lists: lists.length,
        stages: resultOf(await me.stages(), (names) => Object.keys(names).length),
        customFields: resultOf(await me.customFields(), (fields) => fields.some(({ name }) => name === 'budget')),
        jonas: facts(contact),
        again: resultOf(await me.contact(contact.id), facts),
        absent: resultOf(await me.lookup(identityOf(mira)), (found) => found),
        automations: resultOf(await me.automations(contact.id), (rows) => rows.map(({ name }) => name)),
        messages: resultOf(await me.conversation(contact.id, null, 0), ({ messages }) => [
          messages.length,
          messages[0]?.direction,
          messages.every(({ sentAt }) => sentAt !== null),
        ]),
      }).toEqual({ ...READ, ...READ_DIFFERENCES[position] });
    });

    test('a contact is added, kept, moved and removed', async () => {
      const me = client();
      const { lists, listId } = await ready(me);
      const listName = (id: string | null) => lists.find((list) => list.id === id)?.name ?? null;
      const facts = (found: { readonly name: string | null; readonly listId: string | null } | null) =>
        found && [found.name, listName(found.listId)];
      const add = async (person: typeof jonas, moveToList: boolean) => {
        const draft = { name: person.name };
        const done = await me.upsert({ identity: identityOf(person), listId, draft, moveToList });
        return resultOf(done, ({ contact }) => facts(contact));
      };
      const seen = async (person: typeof jonas) => resultOf(await me.lookup(identityOf(person)), facts);
      const added = await add(mira, false);
      const addedSeen = await seen(mira);
      const [kept, moved, movedSeen] = [await add(jonas, false), await add(jonas, true), await seen(jonas)];
      const made = valueOf(await me.lookup(identityOf(mira))) ?? expect.fail('no contact');
      expect({
        added,
        addedSeen,
        kept,
        moved,
        movedSeen,
        undone: resultOf(await me.removeContact(made.id), (value) => value),
        undoneSeen: await seen(mira),
        list: resultOf(await me.createList('Fair'), ({ name }) => name),
      }).toEqual({ ...ADDED, ...ADD_DIFFERENCES[position] });
      expect(asked().filter((each) => each.startsWith('DELETE'))).toHaveLength(1);
    });

    test('a message is sent once and listed', async () => {
      const me = client();
      const { mara, tom } = await ready(me);
      const contact = valueOf(await me.lookup(identityOf(jonas))) ?? expect.fail('no contact');
      const before = valueOf(await me.sentMessages(contact.id, mara));
      const text = 'Thursday then.';
      const sent = await me.send({ contactId: contact.id, senderId: mara, text });
      const posts = asked().filter((each) => each === 'POST /flows/api/linkedin-messages').length;
      const stored = sandbox()
        .control.messages(contact.id)
        .find((row) => row['text'] === text);
      const look = async () => await me.message(MessageId.parse(stored?.['uuid']));
      const states: unknown[] = [];
      for (let looks = 0; looks < 4 && states.at(-1) !== 'queued'; looks += 1) {
        states.push(resultOf(await look(), (message) => message && message.state));
      }
      const thread = valueOf(await me.conversation(contact.id, mara, 0));
      expect({
        sent: resultOf(sent, ({ state }) => state),
        posts,
        seen: states,
        thread: [thread.messages.length, thread.messages[0]?.text],
        unconnected: resultOf(await me.send({ contactId: contact.id, senderId: tom, text }), ({ state }) => state),
        stored: sandbox().control.messages(contact.id).length,
      }).toEqual({ ...SENT, ...SEND_DIFFERENCES[position] });
      expect(before.messages).toHaveLength(3);
    });
  },
);
