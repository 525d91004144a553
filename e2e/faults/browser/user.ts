import type { AccountId } from '@/lib/domain/account';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { EntryId, type ContactId, type ListId, type SenderId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import type { InputOf } from '@/lib/messaging/protocol';
import type { WorkspaceControl } from '../../sandbox/control/control';
import { at } from '../../sandbox/testing/seeded';
import { ACCOUNTS, NAMES, type Who } from '../accounts';
import { createChance } from '../chance';
import type { StaleAnswer } from '../judge-accounts';
import type { AskMortal, Keyring } from '../keyring';
import type { Facts, ServerMessage } from '../oracle';
import type { Lane } from './lane';
import { pause } from './pause';
import type { BrowserPlan } from './plan';

/** An account and its workspace. */
export interface Workspace {
  readonly who: Who;
  readonly account: AccountId;
  readonly senderId: SenderId;
  readonly list: { readonly id: ListId; readonly name: string };
  readonly people: readonly ContactId[];
  readonly control: WorkspaceControl;
}

export type Workspaces = Readonly<Record<Who, Workspace>>;

export interface BrowserUserDeps {
  readonly plan: BrowserPlan;
  readonly lane: Lane;
  readonly workspaces: Workspaces;
  readonly keyring: Keyring;
  readonly note: (line: string) => void;
}

const OPEN = new Set(['queued', 'dispatching', 'waiting']);
const SETTLES_WITHIN_MS = 90_000;

/** A user with an open extension page, who sends messages, adds a person and possibly changes the key. */
export function createBrowserUser({ plan, lane, workspaces, keyring, note }: BrowserUserDeps) {
  const { seed } = plan;
  const { uuid } = createChance(seed ^ 0x1234_5678);
  const asked: { id: string; text: string; at: number }[] = [];
  const adds: InputOf<'contact.add'>[] = [];
  const confirmedAdds: { id: string; slug: string }[] = [];
  const accepted: { id: string }[] = [];
  /** Entries that were accepted but not yet finished. */
  const open: { id: string; isThere: () => boolean }[] = [];
  const staleAnswers: StaleAnswer[] = [];
  let keyActBegan = false;
  const sends = plan.messages.map((_, which) => sendOf('main', which, null));

  function sendOf(who: Who, which: number, overrides: EntryId | null): InputOf<'message.send'> {
    const { people, senderId } = workspaces[who];
    const contactId = people[plan.messages[which]?.to ?? 0];
    if (contactId === undefined) throw new Error('The workspace has no recipient.');
    return {
      entryId: EntryId.parse(uuid()),
      contactId,
      senderId,
      personName: 'A Person',
      // A trailing space matters only to the oracle: for the product and GetSales the text is the same.
      text: `${textOf(who)}${which}${overrides === null ? '' : ' '}`,
      overrides,
    };
  }

  function addOf(who: Who): InputOf<'contact.add'> {
    const { list } = workspaces[who];
    return {
      entryId: EntryId.parse(uuid()),
      identity: LinkedInIdentity.parse({ slug: slugOf(who), memberId: null, salesId: null }),
      personName: slugOf(who),
      listId: list.id,
      listName: list.name,
      draft: {},
      ifPresent: 'keep',
    };
  }

  function textOf(who: Who): string {
    return `${NAMES[who].text} ${seed} of `;
  }

  function slugOf(who: Who): string {
    return `${NAMES[who].slug}-${seed}`;
  }

  /** Asks as a page of this account; records the answers to pages of a former account. */
  function pageOf(who: Who): AskMortal {
    return async (name, input) => {
      const era = keyring.eras().length - 1;
      const answer = await lane.pageOf(workspaces[who].account)(name, input);
      if (answer !== null && keyring.isExcludedSince(who, era))
        staleAnswers.push({ what: name, code: answer.ok ? 'ok' : answer.error.code });
      return answer;
    };
  }

  async function press(who: Who, input: InputOf<'message.send'>): Promise<void> {
    const isKnown = asked.some(({ id }) => id === input.entryId);
    if (!isKnown) asked.push({ id: input.entryId, text: input.text, at: performance.now() });
    const answer = await pageOf(who)('message.send', input);
    note(`answer to ${who}: ${JSON.stringify(answer ?? null).slice(0, 160)}`);
    if (answer?.ok !== true) return;
    accepted.push({ id: input.entryId });
    const isThere = (): boolean => messages().some(({ text }) => text === input.text);
    if (answer.value.state === 'queued') open.push({ id: input.entryId, isThere });
  }

  async function addPerson(who: Who): Promise<void> {
    const input = addOf(who);
    adds.push(input);
    const answer = await pageOf(who)('contact.add', input);
    note(`answer to ${who}: ${JSON.stringify(answer ?? null).slice(0, 160)}`);
    if (answer?.ok !== true) return;
    accepted.push({ id: input.entryId });
    if (answer.value.effect !== 'waiting') confirmedAdds.push({ id: input.entryId, slug: slugOf(who) });
    else open.push({ id: input.entryId, isThere: () => listOf(slugOf(who)) !== null });
  }

  /** The connected account according to a newly opened page; undefined when there was no answer. */
  async function connected(): Promise<Who | null | undefined> {
    const session = await lane.pageOf(null)('session.get', {});
    if (session?.ok !== true) return undefined;
    const { value } = session;
    if (value.state === 'disconnected') return null;
    return ACCOUNTS.find((who) => workspaces[who].account === value.account.id) ?? null;
  }

  async function entries(): Promise<readonly OutboxEntry[] | null> {
    const who = await connected();
    if (who === undefined || who === null) return who === null ? [] : null;
    const recent = await lane.pageOf(workspaces[who].account)('outbox.recent', { contactId: null });
    if (recent?.ok !== true) return null;
    const ids = new Set<string>([...asked.map(({ id }) => id), ...adds.map(({ entryId }) => entryId)]);
    return recent.value.filter(({ id }) => ids.has(id));
  }

  /** A page of the account that the user knows to be connected. */
  function newestPage(): AskMortal {
    const who = keyring.current();
    return lane.pageOf(who === null ? null : workspaces[who].account);
  }

  /** Waits until all entries of this run are finished; `impatient` retries waiting adds. */
  async function settled(impatient: boolean): Promise<readonly OutboxEntry[]> {
    for (const end = performance.now() + SETTLES_WITHIN_MS; ; await pause(20)) {
      const mine = await entries();
      const unsettled = mine?.filter(({ state }) => OPEN.has(state.name)) ?? [];
      if (mine !== null && (unsettled.length === 0 || performance.now() > end)) return mine;
      const waiting = impatient ? unsettled.filter(({ state }) => state.name === 'waiting') : [];
      for (const { id } of waiting) await newestPage()('activity.retry', { entryId: id });
    }
  }

  /** Changes the key as planned, and acts after each change, from a page of the new or the previous account. */
  async function changeKeys(): Promise<void> {
    for (const [index, act] of plan.keyActs.entries()) {
      await pause(act.afterMs);
      keyActBegan = true;
      await keyring.perform(act);
      const who = act.stale ? (keyring.former() ?? keyring.current()) : (keyring.current() ?? keyring.former());
      if (who === null) continue;
      note(`acts on a page of ${who}`);
      const which = plan.messages.length + index;
      await Promise.all([press(who, sendOf(who, which, null)), addPerson(who)]);
    }
  }

  const messages = (): readonly ServerMessage[] =>
    ACCOUNTS.flatMap((who) =>
      [...new Set(workspaces[who].people)].flatMap((id) => workspaces[who].control.messages(id)),
    )
      .map((row) => ({ uuid: String(row['uuid']), text: String(row['text']) }))
      .filter(({ text }) => ACCOUNTS.some((who) => text.startsWith(textOf(who))));

  function listOf(slug: string): string | null {
    const owner = ACCOUNTS.find((who) => slugOf(who) === slug) ?? 'main';
    const list = at(workspaces[owner].control.contact(slug), 'lead', 'list_uuid');
    return typeof list === 'string' ? list : null;
  }

  function marksOf(who: Who): readonly string[] {
    const { account, senderId, list, people } = workspaces[who];
    return [slugOf(who), textOf(who), account, senderId, list.id, ...people];
  }

  return {
    /** Starts all planned acts at once; each promise ends with its answer, or when worker or browser are killed. */
    act: () => [
      ...sends.flatMap((input, which) => {
        const { again = false, cancelledAfterMs = null } = plan.messages[which] ?? {};
        const cancelAfter = (ms: number): Promise<unknown> =>
          pause(ms).then(() => pageOf('main')('message.cancel', { entryId: input.entryId }));
        return [
          press('main', input),
          ...(again ? [press('main', input)] : []),
          ...(cancelledAfterMs === null ? [] : [cancelAfter(cancelledAfterMs)]),
        ];
      }),
      ...Array.from({ length: plan.adds }, () => addPerson('main')),
      changeKeys(),
    ],
    hasBegunKeyAct: () => keyActBegan,
    /** Presses Send anyway on every message whose outcome is unknown. */
    async insist(): Promise<void> {
      for (const { id, state } of await settled(false)) {
        const which = sends.findIndex(({ entryId }) => entryId === id);
        if (which === -1 || state.name !== 'unknown') continue;
        note('sends anyway');
        await press('main', sendOf('main', which, EntryId.parse(id)));
      }
    },
    settled,
    connected,
    /** Checks messages with unknown outcome again, and returns the final entries. */
    async finalEntries(): Promise<readonly OutboxEntry[]> {
      for (const { id, kind, state } of await settled(true)) {
        const isUnknown = kind === 'send' && state.name === 'unknown';
        if (isUnknown) await newestPage()('message.reconcile', { entryId: id });
      }
      return settled(true);
    },
    messages,
    staleAnswers: () => staleAnswers,
    marks: { main: marksOf('main'), other: marksOf('other') },
    /** Accepted, unfinished entries that are neither in the outbox nor in GetSales. */
    vanished: (outbox: readonly OutboxEntry[]): number =>
      open.filter(({ id, isThere }) => !outbox.some((entry) => entry.id === id) && !isThere()).length,
    addCount: () => adds.length,
    facts: (): Pick<Facts, 'asked' | 'confirmedAdds' | 'accepted' | 'listOf'> => ({
      asked,
      confirmedAdds,
      accepted,
      listOf,
    }),
  };
}
