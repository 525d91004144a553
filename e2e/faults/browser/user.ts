import type { AccountId } from '@/lib/domain/account';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { EntryId, type ContactId, type ListId, type SenderId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import type { WorkspaceControl } from '../../sandbox/control/control';
import { jonas, li } from '../../support/cast';
import { ACCOUNTS, NAMES, type AccountName } from '../accounts';
import { createChance } from '../chance';
import type { StaleAnswer } from '../judge/accounts';
import type { AskOrNull, KeyChanges } from '../key-changes';
import { claimOf, claimOfAdd, claimOfSend } from '../claims';
import type { Claim, Press } from '../judge/facts';
import type { Recording } from '../recording';
import type { KnownPerson } from '../server-facts';
import type { Lane } from './lane';
import { pause } from './pause';
import type { BrowserPlan } from './plan';

/** An account and its workspace. */
export interface Workspace {
  readonly owner: AccountName;
  readonly account: AccountId;
  readonly senderId: SenderId;
  readonly list: { readonly id: ListId; readonly name: string };
  readonly people: readonly ContactId[];
  readonly control: WorkspaceControl;
}

export type Workspaces = Readonly<Record<AccountName, Workspace>>;

export interface BrowserUserDeps {
  readonly plan: BrowserPlan;
  readonly lane: Lane;
  readonly workspaces: Workspaces;
  readonly keyChanges: KeyChanges;
  readonly recording: Recording;
  readonly note: (line: string) => void;
}

/** Recipients of messages, by account. */
export const PEOPLE = { main: [jonas, li], other: [jonas] } as const;

const OPEN = new Set(['queued', 'dispatching', 'waiting']);
const SETTLES_WITHIN_MS = 90_000;

/** A user with an open extension page, who sends messages, adds a person and possibly changes the key. */
export function createBrowserUser({ plan, lane, workspaces, keyChanges, recording, note }: BrowserUserDeps) {
  const { seed } = plan;
  const { uuid } = createChance(seed ^ 0x1234_5678);
  /** Entries that were accepted but not yet finished. */
  const open: { id: string; isThere: () => boolean }[] = [];
  const staleAnswers: StaleAnswer[] = [];
  let keyActionBegan = false;
  const { now } = recording;
  const sends = plan.messages.map((_, which) => sendOf('main', which, null));

  function sendOf(owner: AccountName, which: number, overrides: EntryId | null): InputOf<'message.send'> {
    const { people, senderId } = workspaces[owner];
    const contactId = people[plan.messages[which]?.to ?? 0] ?? people[0];
    if (contactId === undefined) throw new Error('The workspace has no recipient.');
    return {
      entryId: EntryId.parse(uuid()),
      contactId,
      senderId,
      personName: 'A Person',
      // A trailing space matters only to the judge: for the product and GetSales the text is the same.
      text: `${textOf(owner)}${which}${overrides === null ? '' : ' '}`,
      overrides,
    };
  }

  function addOf(owner: AccountName): InputOf<'contact.add'> {
    const { list } = workspaces[owner];
    return {
      entryId: EntryId.parse(uuid()),
      identity: LinkedInIdentity.parse({ slug: slugOf(owner), memberId: null, salesId: null }),
      personName: slugOf(owner),
      listId: list.id,
      listName: list.name,
      draft: {},
      ifPresent: 'keep',
    };
  }

  function textOf(owner: AccountName): string {
    return `${NAMES[owner].text} ${seed} of `;
  }

  function slugOf(owner: AccountName): string {
    return `${NAMES[owner].slug}-${seed}`;
  }

  /** Asks as a page of this account; records the answers to pages of a former account. */
  function pageOf(owner: AccountName): AskOrNull {
    return async (name, input) => {
      const period = keyChanges.keyPeriods().length - 1;
      const answer = await lane.pageOf(workspaces[owner].account)(name, input);
      if (answer !== null && keyChanges.isExcludedSince(owner, period))
        staleAnswers.push({ what: name, code: answer.ok ? 'ok' : answer.error.code });
      return answer;
    };
  }

  /** Asks, and records the press with its answer. */
  async function press<N extends MessageName>(
    owner: AccountName,
    pressed: Press,
    name: N,
    input: InputOf<N>,
  ): Promise<OutputOf<N> | null> {
    const answer = await pageOf(owner)(name, input);
    note(`answer to ${owner}: ${JSON.stringify(answer ?? null).slice(0, 160)}`);
    recording.answer(pressed, answer === null ? null : answer.ok ? 'ok' : answer.error.code);
    return answer?.ok === true ? answer.value : null;
  }

  async function send(owner: AccountName, input: InputOf<'message.send'>): Promise<void> {
    const answer = await press(owner, recording.send(owner, input), 'message.send', input);
    if (answer === null) return;
    recording.show(claimOfSend(input.entryId, answer, now()));
    const isThere = (): boolean =>
      workspaces[owner].control.messages(input.contactId).some((row) => row['text'] === input.text);
    if (answer.state === 'queued') open.push({ id: input.entryId, isThere });
  }

  async function addPerson(owner: AccountName): Promise<void> {
    const input = addOf(owner);
    const answer = await press(owner, recording.add(owner, input), 'contact.add', input);
    if (answer === null) return;
    recording.show(claimOfAdd(input.entryId, answer, now()));
    const isThere = (): boolean => workspaces[owner].control.contact(slugOf(owner)) !== null;
    if (answer.effect === 'waiting') open.push({ id: input.entryId, isThere });
  }

  async function cancel(entryId: EntryId): Promise<void> {
    await press('main', recording.press('cancel', entryId), 'message.cancel', { entryId });
  }

  /** The connected account according to a newly opened page; undefined when there was no answer. */
  async function connected(): Promise<AccountName | null | undefined> {
    const session = await lane.pageOf(null)('session.get', {});
    if (session?.ok !== true) return undefined;
    const { value } = session;
    if (value.state === 'disconnected') return null;
    return ACCOUNTS.find((owner) => workspaces[owner].account === value.account.id) ?? null;
  }

  async function entries(): Promise<readonly OutboxEntry[] | null> {
    const owner = await connected();
    if (owner === undefined || owner === null) return owner === null ? [] : null;
    const recent = await lane.pageOf(workspaces[owner].account)('outbox.recent', { contactId: null });
    if (recent?.ok !== true) return null;
    const { sends: sent, adds } = recording.facts();
    const ids = new Set([...sent, ...adds].map(({ id }) => id));
    const mine = recent.value.filter(({ id }) => ids.has(id));
    for (const entry of mine) show(claimOf(entry, now()));
    return mine;
  }

  /** Records what the screens show when it has changed. */
  function show(claim: Claim): void {
    const { at: _at, ...last } = recording.shown(claim.id) ?? { at: 0 };
    const { at: _now, ...next } = claim;
    if (JSON.stringify(last) !== JSON.stringify(next)) recording.show(claim);
  }

  /** A page of the account that the user knows to be connected. */
  function newestPage(): AskOrNull {
    const owner = keyChanges.current();
    return lane.pageOf(owner === null ? null : workspaces[owner].account);
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
    for (const [index, action] of plan.keyActions.entries()) {
      await pause(action.afterMs);
      keyActionBegan = true;
      await keyChanges.perform(action);
      const owner = action.stale
        ? (keyChanges.former() ?? keyChanges.current())
        : (keyChanges.current() ?? keyChanges.former());
      if (owner === null) continue;
      note(`acts on a page of ${owner}`);
      const which = plan.messages.length + index;
      await Promise.all([send(owner, sendOf(owner, which, null)), addPerson(owner)]);
    }
  }

  function ownDataOf(owner: AccountName): readonly string[] {
    const { account, senderId, list, people } = workspaces[owner];
    return [slugOf(owner), textOf(owner), account, senderId, list.id, ...people];
  }

  return {
    /** Starts all planned actions at once; each promise ends with its answer, or when worker or browser are killed. */
    start: () => [
      ...sends.flatMap((input, which) => {
        const { again = false, cancelledAfterMs = null } = plan.messages[which] ?? {};
        return [
          send('main', input),
          ...(again ? [send('main', input)] : []),
          ...(cancelledAfterMs === null ? [] : [pause(cancelledAfterMs).then(() => cancel(input.entryId))]),
        ];
      }),
      ...Array.from({ length: plan.adds }, () => addPerson('main')),
      changeKeys(),
    ],
    hasBegunKeyAction: () => keyActionBegan,
    /** Presses Send anyway on every message whose outcome is unknown. */
    async sendAnyway(): Promise<void> {
      for (const { id, state } of await settled(false)) {
        const which = sends.findIndex(({ entryId }) => entryId === id);
        if (which === -1 || state.name !== 'unknown') continue;
        note('sends anyway');
        await send('main', sendOf('main', which, EntryId.parse(id)));
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
    staleAnswers: () => staleAnswers,
    ownData: { main: ownDataOf('main'), other: ownDataOf('other') },
    /** Accepted, unfinished entries that are neither in the outbox nor in GetSales. */
    vanished: (outbox: readonly OutboxEntry[]): number =>
      open.filter(({ id, isThere }) => !outbox.some((entry) => entry.id === id) && !isThere()).length,
    people: ACCOUNTS.flatMap((owner): readonly KnownPerson[] => [
      ...PEOPLE[owner].map(({ slug }, index) => ({
        account: owner,
        slug,
        id: workspaces[owner].people[index] ?? null,
      })),
      { account: owner, slug: slugOf(owner), id: null },
    ]),
  };
}
