import { EntryId } from '@/lib/domain/ids';
import type { InputOf } from '@/lib/messaging/protocol';
import { NAMES, type AccountName } from '../accounts';
import type { StaleAnswer } from '../judge/accounts';
import type { Action } from '../plan';
import type { KnownPerson } from '../server-facts';
import { createActing, type Send, type UserDeps, type Work } from './acting';
import { createAddActs } from './add-acts';
import { draftOf, identityOf, namesakeOf, newcomerOf, textOf } from './entered';
import { createMessageActs } from './message-acts';

/** An action with a page of the product. */
export type UserAction = Extract<Action, { readonly of: string }>;

export interface User {
  readonly perform: (action: UserAction) => void;
  /** Presses Check again on every message that is shown as unconfirmed. */
  readonly checkAll: () => void;
  readonly staleAnswers: () => readonly StaleAnswer[];
  /** Ids, texts and names of this run that belong to only one account. */
  readonly ownData: Readonly<Record<AccountName, readonly string[]>>;
  /** The people that the user may add or write to. */
  readonly people: readonly KnownPerson[];
}

/** A user who acts on what the pages show. */
export function createUser(deps: UserDeps): User {
  const { plan, profile, recording, keyChanges, uuid } = deps;
  let texts = 0;
  const works = { main: workOf('main'), other: plan.changesKeys ? workOf('other') : null };
  const acting = createActing(deps);
  const messages = createMessageActs(deps, acting, sendOf);
  const adds = createAddActs(deps, acting, messages);

  function workOf(name: AccountName): Work {
    const account = profile.accounts[name];
    const { contacts, lists } = account;
    const people = [0, 1].flatMap((index) => contacts[(plan.seed * 2 + index) % contacts.length] ?? []);
    const threads = plan.messages.map((_, which) => [sendOf({ account, people }, which, null)]);
    const planned = plan.adds.map(({ person, list, ifPresent }, index): InputOf<'contact.add'> => {
      // The second person is already in GetSales.
      const slug = person === 0 ? newcomerOf(name, plan.seed) : (people[1]?.slug ?? '');
      return {
        entryId: EntryId.parse(uuid()),
        identity: identityOf(slug, name, plan.seed),
        personName: `Person ${slug}`,
        listId: lists[list].id,
        listName: lists[list].name,
        draft: draftOf(index, plan.seed),
        ifPresent,
      };
    });
    return { account, people, threads, adds: planned };
  }

  function sendOf(
    { account, people }: Pick<Work, 'account' | 'people'>,
    which: number,
    overrides: EntryId | null,
  ): Send {
    const { to = 0, as = 0, words = 0 } = plan.messages[which] ?? {};
    texts += 1;
    const base = textOf(account.name, plan.seed, plan.texts === 'own' ? `of ${which}` : `in group ${words}`);
    return {
      entryId: EntryId.parse(uuid()),
      contactId: (people[to] ?? people[0] ?? account.contacts[0]).id,
      senderId: account.senders[as],
      personName: `A Person ${to}`,
      // Trailing spaces tell messages apart that are the same text for the product and GetSales.
      text: plan.texts === 'identical' ? base : base + ' '.repeat(texts),
      overrides,
    };
  }

  /** The account whose page the user uses next; null when no page is open. */
  function currentWork(): Work | null {
    const current = keyChanges.current();
    const name = deps.isStale() || current === null ? (keyChanges.former() ?? current) : current;
    return name === null ? null : works[name];
  }

  function ownDataOf({ account: { name, id, email, senders, lists }, people }: Work): readonly string[] {
    const names = [newcomerOf(name, plan.seed), `${NAMES[name].text} ${plan.seed} `, id, email];
    return [...names, ...people.map((person) => person.id), ...senders, ...lists.map((list) => list.id)];
  }

  async function createList(work: Work): Promise<void> {
    const name = `A new list of ${plan.seed}`;
    await acting.ask(work, recording.press('create list', name), 'lists.create', { name });
  }

  function act(work: Work, action: UserAction): Promise<void> {
    switch (action.of) {
      case 'message':
        return messages.perform(work, action.do, action.which);
      case 'add':
        return adds.perform(work, action.do, action.which);
      case 'account':
        return action.do === 'create a list' ? createList(work) : acting.clear(work);
    }
  }

  return {
    perform(action) {
      const work = currentWork();
      if (work !== null) void act(work, action);
    },
    checkAll() {
      const current = keyChanges.current();
      const work = current === null ? null : works[current];
      for (const { entryId } of work?.threads.flat() ?? [])
        if (work !== null && recording.shown(entryId)?.says === 'unknown') void messages.check(work, entryId);
    },
    staleAnswers: acting.staleAnswers,
    ownData: { main: ownDataOf(works.main), other: works.other === null ? [] : ownDataOf(works.other) },
    people: [works.main, works.other].flatMap((work) => {
      if (work === null) return [];
      const { name } = work.account;
      const known = work.people.map(({ id, slug }) => ({ account: name, id: String(id), slug }));
      const others = [newcomerOf(name, plan.seed), namesakeOf(name, plan.seed).slug];
      return [...known, ...others.map((slug) => ({ account: name, id: null, slug }))];
    }),
  };
}
