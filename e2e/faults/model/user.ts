import type { AccountId } from '@/lib/domain/account';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import type { InputOf } from '@/lib/messaging/protocol';
import { recordOf } from '../../sandbox/wire/values';
import { ACCOUNTS, NAMES, type Who } from '../accounts';
import type { StaleAnswer } from '../judge-accounts';
import type { Keyring } from '../keyring';
import type { Facts, Posted, ServerMessage } from '../oracle';
import type { Act, Plan } from '../plan';
import type { Home, Known, Profile } from './profile';
import { MESSAGES, type SentRequest } from './wire';
import type { Ask } from './worker';

export interface UserDeps {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly entries: () => ReadonlyMap<string, OutboxEntry>;
  /** Contacts to which a message is being sent anyway. */
  readonly overriding: Set<string>;
  /** Asks the worker, or its twin, as a page of this account; starts the worker when there is none. */
  readonly ask: (isTwin: boolean, account: AccountId) => Ask;
  readonly keyring: Keyring;
  /** Whether the next act comes from a page opened for the previous account. */
  readonly isStale: () => boolean;
  /** How often records have been erased so far. */
  readonly erasures: () => number;
  readonly uuid: () => string;
  readonly now: () => number;
}

export type UserAct = Extract<Act, { readonly which: number }>;

export interface User {
  readonly perform: (act: UserAct) => void;
  readonly facts: () => Pick<Facts, 'asked' | 'confirmedAdds' | 'accepted' | 'listOf'>;
  readonly staleAnswers: () => readonly StaleAnswer[];
  /** Ids, texts and names of this run that belong to only one account. */
  readonly marks: Readonly<Record<Who, readonly string[]>>;
  /** The messages that GetSales has for this run's people. */
  readonly messages: () => readonly ServerMessage[];
  readonly posted: (requests: readonly SentRequest[]) => readonly Posted[];
}

type Send = InputOf<'message.send'>;

/** The messages and adds of one account's user. */
interface Desk {
  readonly home: Home;
  readonly people: readonly Known[];
  readonly threads: Send[][];
  readonly adds: readonly InputOf<'contact.add'>[];
}

/** A user who acts on what the pages show. */
export function createUser(deps: UserDeps): User {
  const { plan, profile, entries, overriding, keyring, uuid, now } = deps;
  const { homes } = profile;
  const asked: { id: string; text: string; at: number }[] = [];
  const confirmedAdds: { id: string; slug: string }[] = [];
  const accepted: { id: string }[] = [];
  const staleAnswers: StaleAnswer[] = [];
  /** For each entry, how often records had been erased when it was first requested. */
  const begun = new Map<string, number>();
  let worded = 0;
  const desks = { main: deskOf('main'), other: plan.changesKeys ? deskOf('other') : null };

  function deskOf(who: Who): Desk {
    const home = homes[who];
    const { contacts, lists } = home;
    const people = [0, 1].flatMap((index) => contacts[(plan.seed * 2 + index) % contacts.length] ?? []);
    const threads = plan.messages.map((_, which) => [sendOf(home, people, which, null)]);
    const adds = plan.adds.map(({ person, list, ifPresent }): InputOf<'contact.add'> => {
      // The second person is already in GetSales.
      const slug = person === 0 ? newcomer(who) : (people[1]?.slug ?? '');
      return {
        entryId: EntryId.parse(uuid()),
        identity: LinkedInIdentity.parse({ slug, memberId: null, salesId: null }),
        personName: slug,
        listId: lists[list].id,
        listName: lists[list].name,
        draft: { firstName: 'Some', lastName: `Body ${plan.seed}` },
        ifPresent,
      };
    });
    return { home, people, threads, adds };
  }

  function newcomer(who: Who): string {
    return `${NAMES[who].slug}-${plan.seed}`;
  }

  function sendOf(home: Home, people: readonly Known[], which: number, overrides: EntryId | null): Send {
    const { to = 0, as = 0, words = 0 } = plan.messages[which] ?? {};
    worded += 1;
    const base = `${NAMES[home.who].text} ${plan.seed} ${plan.texts === 'own' ? `of ${which}` : `in group ${words}`}`;
    return {
      entryId: EntryId.parse(uuid()),
      contactId: (people[to] ?? people[0] ?? home.contacts[0]).id,
      senderId: home.senders[as],
      personName: 'A Person',
      // Trailing spaces matter only to the oracle: for the product and GetSales the text is the same.
      text: plan.texts === 'identical' ? base : base + ' '.repeat(worded),
      overrides,
    };
  }

  /** Asks as a page of this account; records the answers to pages of a former account. */
  function ask(isTwin: boolean, { home }: Desk): Ask {
    return async (name, input) => {
      const era = keyring.eras().length - 1;
      const answer = await deps.ask(isTwin, home.account)(name, input);
      if (keyring.isExcludedSince(home.who, era))
        staleAnswers.push({ what: name, code: answer.ok ? 'ok' : answer.error.code });
      return answer;
    };
  }

  /** Whether the page's data has been erased, so that the user can no longer press its buttons. */
  function isGone(id: string): boolean {
    const first = begun.get(id) ?? deps.erasures();
    begun.set(id, first);
    return first !== deps.erasures();
  }

  function press(desk: Desk, input: Send, isTwin: boolean): void {
    if (isGone(input.entryId)) return;
    if (!asked.some(({ id }) => id === input.entryId)) asked.push({ id: input.entryId, text: input.text, at: now() });
    if (input.overrides !== null) overriding.add(input.contactId);
    void ask(isTwin, desk)('message.send', input).then((answer) => {
      overriding.delete(input.contactId);
      if (answer.ok) accepted.push({ id: input.entryId });
    });
  }

  function again(desk: Desk, which: number, overrides: EntryId | null): void {
    const input = sendOf(desk.home, desk.people, which, overrides);
    desk.threads[which]?.push(input);
    press(desk, input, false);
  }

  function tryAgain(desk: Desk, last: OutboxEntry | undefined): void {
    if (last?.kind !== 'send' || last.state.name !== 'sent') return;
    const { messageId } = last.state;
    desk.home.control.failMessage(messageId, 'Not connected');
    void ask(false, desk)('message.retry', { messageId });
  }

  function putOnList(desk: Desk, input: InputOf<'contact.add'>): void {
    void ask(false, desk)('contact.add', input).then((added) => {
      if (added.ok) accepted.push({ id: input.entryId });
      if (added.ok && added.value.effect !== 'waiting')
        confirmedAdds.push({ id: input.entryId, slug: input.identity.slug ?? '' });
    });
  }

  /** The account whose page acts next; null when no page could. */
  function pageOf(): Desk | null {
    const current = keyring.current();
    const who = deps.isStale() || current === null ? (keyring.former() ?? current) : current;
    return who === null ? null : desks[who];
  }

  function marksOf({ home, people }: Desk): readonly string[] {
    const { who, account, email, senders, lists } = home;
    const names = [newcomer(who), `${NAMES[who].text} ${plan.seed} `, account, email];
    return [...names, ...people.map(({ id }) => id), ...senders, ...lists.map(({ id }) => id)];
  }

  return {
    perform(act) {
      const desk = pageOf();
      if (desk === null) return;
      const thread = desk.threads[act.which] ?? [];
      const [first] = thread;
      const latest = thread.at(-1);
      const last = latest === undefined ? undefined : entries().get(latest.entryId);
      const add = desk.adds[plan.adds[act.which]?.entry ?? -1];
      switch (act.do) {
        case 'send':
        case 'send in the other worker':
          if (first !== undefined) press(desk, first, act.do !== 'send');
          break;
        case 'cancel':
          if (latest !== undefined) void ask(false, desk)('message.cancel', { entryId: latest.entryId });
          break;
        case 'check':
          if (latest !== undefined) void ask(false, desk)('message.reconcile', { entryId: latest.entryId });
          break;
        case 'send anyway':
          if (last?.state.name === 'unknown') again(desk, act.which, last.id);
          break;
        case 'type it again':
          if (last !== undefined) again(desk, act.which, null);
          break;
        case 'try again':
          tryAgain(desk, last);
          break;
        case 'add':
          if (add !== undefined) putOnList(desk, add);
          break;
        case 'undo add':
          if (add !== undefined) void ask(false, desk)('contact.undo', { entryId: add.entryId });
          break;
        case 'retry add':
          if (add !== undefined) void ask(false, desk)('activity.retry', { entryId: add.entryId });
          break;
      }
    },
    facts: () => ({
      asked,
      confirmedAdds,
      accepted,
      listOf: (slug) => {
        const owner = ACCOUNTS.find((who) => desks[who]?.adds.some(({ identity }) => identity.slug === slug));
        const list = recordOf(homes[owner ?? 'main'].control.contact(slug)?.['lead'])['list_uuid'];
        return typeof list === 'string' ? list : null;
      },
    }),
    staleAnswers: () => staleAnswers,
    marks: { main: marksOf(desks.main), other: desks.other === null ? [] : marksOf(desks.other) },
    messages: () =>
      ACCOUNTS.flatMap((who) => desks[who] ?? [])
        .flatMap(({ home, people }) => people.flatMap(({ id }) => home.control.messages(id)))
        .map((row) => ({ uuid: String(row['uuid']), text: String(row['text']) })),
    posted: (taken) =>
      taken
        .filter(({ method, path }) => method === 'POST' && path === MESSAGES)
        .map(({ body, at }) => ({ text: String(recordOf(JSON.parse(body))['text']), at })),
  };
}
