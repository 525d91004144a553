import type { AccountId } from '@/lib/domain/account';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import type { InputOf } from '@/lib/messaging/protocol';
import { recordOf } from '../../sandbox/wire/json';
import { ACCOUNTS, NAMES, type Who } from '../accounts';
import type { StaleAnswer } from '../judge-accounts';
import type { Keyring } from '../keyring';
import type { Facts, Posted, ServerMessage } from '../oracle';
import type { Act, Plan } from '../plan';
import type { Home, Known, Profile } from './profile';
import { MESSAGES, type Taken } from './wire';
import type { Ask } from './worker';

export interface UserDeps {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly entries: () => ReadonlyMap<string, OutboxEntry>;
  /** Contacts to whom something is just being sent anyway. */
  readonly overriding: Set<string>;
  /** A page's way to the worker, or to the twin beside it, for the account it was opened for; starts it when it is not there. */
  readonly ask: (isTwin: boolean, account: AccountId) => Ask;
  readonly keyring: Keyring;
  /** Whether the next act comes from a page of the account before. */
  readonly isStale: () => boolean;
  /** How often records were erased so far. */
  readonly erasures: () => number;
  readonly uuid: () => string;
  readonly now: () => number;
}

export type UserAct = Extract<Act, { readonly which: number }>;

export interface User {
  readonly perform: (act: UserAct) => void;
  readonly facts: () => Pick<Facts, 'asked' | 'confirmedAdds' | 'accepted' | 'listOf'>;
  readonly staleAnswers: () => readonly StaleAnswer[];
  /** Ids, texts and names of this run that belong to one account only. */
  readonly marks: Readonly<Record<Who, readonly string[]>>;
  /** What GetSales has for the people of this run. */
  readonly messages: () => readonly ServerMessage[];
  readonly posted: (taken: readonly Taken[]) => readonly Posted[];
}

type Send = InputOf<'message.send'>;

/** What one account's user writes and adds. */
interface Desk {
  readonly home: Home;
  readonly people: readonly Known[];
  readonly threads: Send[][];
  readonly adds: readonly InputOf<'contact.add'>[];
}

/** Somebody in front of the browser, who acts on what they see there. */
export function createUser(deps: UserDeps): User {
  const { plan, profile, entries, overriding, keyring, uuid, now } = deps;
  const { homes } = profile;
  const asked: { id: string; text: string; at: number }[] = [];
  const confirmedAdds: { id: string; slug: string }[] = [];
  const accepted: { id: string }[] = [];
  const staleAnswers: StaleAnswer[] = [];
  /** How often records had been erased when an act was first asked for. */
  const begun = new Map<string, number>();
  let worded = 0;
  const desks = { main: deskOf('main'), other: plan.changesKeys ? deskOf('other') : null };

  function deskOf(who: Who): Desk {
    const home = homes[who];
    const { contacts, lists } = home;
    const people = [0, 1].flatMap((index) => contacts[(plan.seed * 2 + index) % contacts.length] ?? []);
    const threads = plan.messages.map((_, which) => [sendOf(home, people, which, null)]);
    const adds = plan.adds.map(({ person, list, ifPresent }): InputOf<'contact.add'> => {
      // The second person is known to GetSales already.
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
      personName: 'Somebody',
      // Spaces at the end make no other message, to us or to GetSales; the oracle tells them apart.
      text: plan.texts === 'identical' ? base : base + ' '.repeat(worded),
      overrides,
    };
  }

  /** Asks as a page of this account; what a page of a former one is answered is noted. */
  function ask(isTwin: boolean, { home }: Desk): Ask {
    return async (name, input) => {
      const era = keyring.eras().length - 1;
      const answer = await deps.ask(isTwin, home.account)(name, input);
      if (keyring.isExcludedSince(home.who, era))
        staleAnswers.push({ what: name, code: answer.ok ? 'ok' : answer.error.code });
      return answer;
    };
  }

  /** A user does not press a button of a page whose data was erased since. */
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

  /** Whose page the next act comes from; null when no page is open that could act. */
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
        case 'take back':
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
