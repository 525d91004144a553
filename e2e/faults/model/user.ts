import type { AccountId } from '@/lib/domain/account';
import { EntryId, MessageId } from '@/lib/domain/ids';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import { NAMES, type AccountName } from '../accounts';
import { claimOfAdd, claimOfSend } from '../claims';
import type { StaleAnswer } from '../judge/accounts';
import type { Press } from '../judge/facts';
import type { AskOrNull, KeyChanges } from '../key-changes';
import type { Action, Plan } from '../plan';
import type { Recording } from '../recording';
import type { KnownPerson } from '../server-facts';
import { draftOf, identityOf, namesakeOf, newcomerOf, textOf } from './entered';
import type { Known, Profile, SeededAccount } from './profile';

export interface UserDeps {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly recording: Recording;
  /** Contacts to which a message is being sent anyway. */
  readonly overriding: Set<string>;
  /** Asks the worker, or the second one, as a page of this account; starts the worker when there is none. */
  readonly ask: (isSecond: boolean, account: AccountId) => AskOrNull;
  readonly keyChanges: KeyChanges;
  /** Whether the next action comes from a page opened for the previous account. */
  readonly isStale: () => boolean;
  /** How often records have been erased so far. */
  readonly erasures: () => number;
  readonly uuid: () => string;
  readonly now: () => number;
}

export type UserAction = Extract<Action, { readonly which: number }>;

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

type Send = InputOf<'message.send'>;

/** The messages and adds of one account's user. */
interface Work {
  readonly account: SeededAccount;
  readonly people: readonly Known[];
  /** For each planned message, the entry and its repetitions. */
  readonly threads: Send[][];
  readonly adds: readonly InputOf<'contact.add'>[];
}

/** A user who acts on what the pages show. */
export function createUser(deps: UserDeps): User {
  const { plan, profile, recording, overriding, keyChanges, uuid, now } = deps;
  const staleAnswers: StaleAnswer[] = [];
  /** For each entry, how often records had been erased when it was first requested. */
  const begun = new Map<string, number>();
  let texts = 0;
  const works = { main: workOf('main'), other: plan.changesKeys ? workOf('other') : null };

  function workOf(name: AccountName): Work {
    const account = profile.accounts[name];
    const { contacts, lists } = account;
    const people = [0, 1].flatMap((index) => contacts[(plan.seed * 2 + index) % contacts.length] ?? []);
    const threads = plan.messages.map((_, which) => [sendOf(account, people, which, null)]);
    const adds = plan.adds.map(({ person, list, ifPresent }, index): InputOf<'contact.add'> => {
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
    return { account, people, threads, adds };
  }

  function sendOf(account: SeededAccount, people: readonly Known[], which: number, overrides: EntryId | null): Send {
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

  /** Asks as a page of this account, and records the answer. */
  async function ask<N extends MessageName>(
    { account }: Work,
    press: Press,
    name: N,
    input: InputOf<N>,
    { isSecond = false }: { readonly isSecond?: boolean } = {},
  ): Promise<OutputOf<N> | null> {
    const period = keyChanges.keyPeriods().length - 1;
    const answer = await deps.ask(isSecond, account.id)(name, input);
    recording.answer(press, answer === null ? null : answer.ok ? 'ok' : answer.error.code);
    if (answer === null) return null;
    if (keyChanges.isExcludedSince(account.name, period))
      staleAnswers.push({ what: name, code: answer.ok ? 'ok' : answer.error.code });
    return answer.ok ? answer.value : null;
  }

  /** Whether the page's data has been erased, so that the user can no longer press its buttons. */
  function isGone(id: string): boolean {
    const first = begun.get(id) ?? deps.erasures();
    begun.set(id, first);
    return first !== deps.erasures();
  }

  async function send(work: Work, input: Send, isSecond: boolean): Promise<void> {
    if (isGone(input.entryId)) return;
    if (input.overrides !== null) overriding.add(input.contactId);
    const press = recording.send(work.account.name, input);
    const answer = await ask(work, press, 'message.send', input, { isSecond });
    overriding.delete(input.contactId);
    if (answer !== null) recording.show(claimOfSend(input.entryId, answer, now()));
  }

  async function sendAgain(work: Work, which: number, overrides: EntryId | null): Promise<void> {
    const input = sendOf(work.account, work.people, which, overrides);
    work.threads[which]?.push(input);
    await send(work, input, false);
  }

  async function check(work: Work, entryId: EntryId): Promise<void> {
    const answer = await ask(work, recording.press('check', entryId), 'message.reconcile', { entryId });
    if (answer !== null) recording.show(claimOfSend(entryId, answer, now()));
  }

  async function tryAgain(work: Work, id: string): Promise<void> {
    const claim = recording.shown(id);
    if (claim?.says !== 'sent') return;
    const messageId = MessageId.parse(claim.messageId);
    const { control } = work.account;
    control.failMessage(messageId, 'Not connected');
    const isFailed = work.people.some(({ id: contactId }) =>
      control.messages(contactId).some((row) => row['uuid'] === messageId && row['status'] === 'failed'),
    );
    if (!isFailed) return;
    await ask(work, recording.press('try again', messageId), 'message.retry', { messageId });
  }

  async function add(work: Work, input: InputOf<'contact.add'>): Promise<void> {
    const answer = await ask(work, recording.add(work.account.name, input), 'contact.add', input);
    if (answer !== null) recording.show(claimOfAdd(input.entryId, answer, now()));
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

  async function performMessage(work: Work, { do: what, which }: UserAction): Promise<void> {
    const [first, ...repetitions] = work.threads[which] ?? [];
    if (first === undefined) return;
    const { entryId } = repetitions.at(-1) ?? first;
    switch (what) {
      case 'send':
      case 'send in the other worker':
        return send(work, first, what !== 'send');
      case 'cancel':
        await ask(work, recording.press('cancel', entryId), 'message.cancel', { entryId });
        return undefined;
      case 'check':
        return check(work, entryId);
      case 'someone else writes': {
        const { contactId, senderId } = first;
        const text = `Other words ${plan.seed}`;
        work.account.control.writeMessage({ leadUuid: contactId, senderUuid: senderId, text });
        return undefined;
      }
      case 'send anyway':
        return recording.shown(entryId)?.says === 'unknown' ? sendAgain(work, which, entryId) : undefined;
      case 'type it again':
        return recording.shown(entryId) === undefined ? undefined : sendAgain(work, which, null);
      case 'try again':
        return tryAgain(work, entryId);
      case 'add':
      case 'undo add':
      case 'retry add':
        return undefined;
    }
  }

  async function performAdd(work: Work, { do: what, which }: UserAction): Promise<void> {
    const input = work.adds[plan.adds[which]?.entry ?? -1];
    if (input === undefined) return;
    const { entryId } = input;
    if (what === 'add') await add(work, input);
    if (what === 'undo add') await ask(work, recording.press('undo', entryId), 'contact.undo', { entryId });
    if (what === 'retry add') await ask(work, recording.press('retry add', entryId), 'activity.retry', { entryId });
  }

  return {
    perform(action) {
      const work = currentWork();
      if (work === null) return;
      void performMessage(work, action);
      void performAdd(work, action);
    },
    checkAll() {
      const current = keyChanges.current();
      const work = current === null ? null : works[current];
      for (const { entryId } of work?.threads.flat() ?? [])
        if (work !== null && recording.shown(entryId)?.says === 'unknown') void check(work, entryId);
    },
    staleAnswers: () => staleAnswers,
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
