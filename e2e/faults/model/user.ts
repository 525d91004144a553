import { LinkedInIdentity } from '@/lib/domain/identity';
import { IntentId } from '@/lib/domain/ids';
import type { Intent } from '@/lib/domain/intent';
import type { InputOf } from '@/lib/messaging/protocol';
import { recordOf } from '../../sandbox/wire/json';
import type { Facts, Posted, ServerMessage } from '../oracle';
import type { Act, Plan } from '../plan';
import type { Profile } from './profile';
import { MESSAGES, type Taken } from './wire';
import type { Ask } from './worker';

export interface UserDeps {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly intents: () => ReadonlyMap<string, Intent>;
  /** Contacts to whom something is just being sent anyway. */
  readonly overriding: Set<string>;
  /** A page's way to the worker, or to the twin beside it; starts it when it is not there. */
  readonly ask: (isTwin: boolean) => Ask;
  readonly uuid: () => string;
  readonly now: () => number;
}

export type UserAct = Extract<Act, { readonly which: number }>;

export interface User {
  readonly perform: (act: UserAct) => void;
  readonly facts: () => Pick<Facts, 'asked' | 'confirmedAdds' | 'listOf'>;
  /** What GetSales has for the people of this run. */
  readonly messages: () => readonly ServerMessage[];
  readonly posted: (taken: readonly Taken[]) => readonly Posted[];
}

type Send = InputOf<'message.send'>;

/** Somebody in front of the browser, who acts on what they see there. */
export function createUser({ plan, profile, intents, overriding, ask, uuid, now }: UserDeps): User {
  const { sandbox, contacts, senders, lists } = profile;
  const people = [0, 1].flatMap((index) => contacts[(plan.seed * 2 + index) % contacts.length] ?? []);
  const asked: { id: string; text: string; at: number }[] = [];
  const confirmedAdds: { id: string; slug: string }[] = [];
  let worded = 0;
  const threads = plan.messages.map((_, which) => [sendOf(which, null)]);
  const adds = plan.adds.map(({ person, list, ifPresent }): InputOf<'contact.add'> => {
    // The second person is known to GetSales already.
    const slug = person === 0 ? `somebody-${plan.seed}` : (people[1]?.slug ?? '');
    return {
      intentId: IntentId.parse(uuid()),
      identity: LinkedInIdentity.parse({ slug, memberId: null, salesId: null }),
      personName: slug,
      listId: lists[list].id,
      listName: lists[list].name,
      draft: { firstName: 'Some', lastName: `Body ${plan.seed}` },
      ifPresent,
    };
  });

  function sendOf(which: number, overrides: IntentId | null): Send {
    const { to = 0, as = 0, words = 0 } = plan.messages[which] ?? {};
    worded += 1;
    const base = plan.texts === 'own' ? `Words ${plan.seed} of ${which}` : `Words ${plan.seed} in group ${words}`;
    return {
      intentId: IntentId.parse(uuid()),
      contactId: (people[to] ?? people[0] ?? contacts[0]).id,
      senderId: senders[as],
      personName: 'Somebody',
      // Spaces at the end make no other message, to us or to GetSales; the oracle tells them apart.
      text: plan.texts === 'identical' ? base : base + ' '.repeat(worded),
      overrides,
    };
  }

  function press(input: Send, isTwin: boolean): void {
    if (!asked.some(({ id }) => id === input.intentId)) asked.push({ id: input.intentId, text: input.text, at: now() });
    if (input.overrides !== null) overriding.add(input.contactId);
    void ask(isTwin)('message.send', input).then(() => overriding.delete(input.contactId));
  }

  function again(which: number, overrides: IntentId | null): void {
    const input = sendOf(which, overrides);
    threads[which]?.push(input);
    press(input, false);
  }

  function tryAgain(last: Intent | undefined): void {
    if (last?.kind !== 'send' || last.state.name !== 'sent') return;
    const { messageId } = last.state;
    sandbox.control.failMessage(messageId, 'Not connected');
    void ask(false)('message.retry', { messageId });
  }

  function putOnList(input: InputOf<'contact.add'>): void {
    void ask(false)('contact.add', input).then((added) => {
      if (added.ok && added.value.effect !== 'waiting')
        confirmedAdds.push({ id: input.intentId, slug: input.identity.slug ?? '' });
    });
  }

  return {
    perform(act) {
      const thread = threads[act.which] ?? [];
      const [first] = thread;
      const latest = thread.at(-1);
      const last = latest === undefined ? undefined : intents().get(latest.intentId);
      const add = adds[plan.adds[act.which]?.intent ?? -1];
      switch (act.do) {
        case 'send':
        case 'send in the other worker':
          if (first !== undefined) press(first, act.do !== 'send');
          break;
        case 'take back':
          if (latest !== undefined) void ask(false)('message.cancel', { intentId: latest.intentId });
          break;
        case 'check':
          if (latest !== undefined) void ask(false)('message.reconcile', { intentId: latest.intentId });
          break;
        case 'send anyway':
          if (last?.state.name === 'unknown') again(act.which, last.id);
          break;
        case 'type it again':
          if (last !== undefined) again(act.which, null);
          break;
        case 'try again':
          tryAgain(last);
          break;
        case 'add':
          if (add !== undefined) putOnList(add);
          break;
        case 'undo add':
          if (add !== undefined) void ask(false)('contact.undo', { intentId: add.intentId });
          break;
        case 'retry add':
          if (add !== undefined) void ask(false)('activity.retry', { intentId: add.intentId });
          break;
      }
    },
    facts: () => ({
      asked,
      confirmedAdds,
      listOf: (slug) => {
        const list = recordOf(sandbox.control.contact(slug)?.['lead'])['list_uuid'];
        return typeof list === 'string' ? list : null;
      },
    }),
    messages: () =>
      people
        .flatMap(({ id }) => sandbox.control.messages(id))
        .map((row) => ({ uuid: String(row['uuid']), text: String(row['text']) })),
    posted: (taken) =>
      taken
        .filter(({ method, path }) => method === 'POST' && path === MESSAGES)
        .map(({ body, at }) => ({ text: String(recordOf(JSON.parse(body))['text']), at })),
  };
}
