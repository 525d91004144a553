import { LinkedInIdentity } from '@/lib/domain/identity';
import { ContactId, IntentId, type ListId, type SenderId } from '@/lib/domain/ids';
import type { Intent } from '@/lib/domain/intent';
import type { InputOf } from '@/lib/messaging/protocol';
import { at } from '../../sandbox/testing/seeded';
import { jonas, li } from '../../support/cast';
import { createChance } from '../chance';
import type { Facts, ServerMessage } from '../oracle';
import type { Lane } from './lane';
import { pause } from './pause';
import type { BrowserPlan } from './plan';

/** What a lane's workspace holds. */
export interface Workspace {
  readonly senderId: SenderId;
  readonly list: { readonly id: ListId; readonly name: string };
}

const OPEN = new Set(['queued', 'dispatching', 'waiting']);
const SETTLES_WITHIN_MS = 90_000;

/** Somebody with a page of ours open, who writes to Jonas and Li and puts somebody on a list. */
export function createBrowserUser(plan: BrowserPlan, lane: Lane, workspace: Workspace, note: (line: string) => void) {
  const { seed } = plan;
  const { control } = lane.sites.getsales;
  const { uuid } = createChance(seed ^ 0x1234_5678);
  const people = [jonas, li].map(({ slug }) => ContactId.parse(at(control.contact(slug), 'lead', 'uuid')));
  const slug = `somebody-${seed}`;
  const asked: { id: string; text: string; at: number }[] = [];
  const confirmedAdds: { id: string; slug: string }[] = [];
  const sends = plan.messages.map((_, which) => sendOf(which, null));
  const adds = Array.from({ length: plan.adds }, (): InputOf<'contact.add'> => ({
    intentId: IntentId.parse(uuid()),
    identity: LinkedInIdentity.parse({ slug, memberId: null, salesId: null }),
    personName: slug,
    listId: workspace.list.id,
    listName: workspace.list.name,
    draft: {},
    ifPresent: 'keep',
  }));

  function sendOf(which: number, overrides: IntentId | null): InputOf<'message.send'> {
    const contactId = people[plan.messages[which]?.to ?? 0];
    if (contactId === undefined) throw new Error('There is nobody to write to.');
    return {
      intentId: IntentId.parse(uuid()),
      contactId,
      senderId: workspace.senderId,
      personName: 'Somebody',
      // A space at the end makes no other message, to us or to GetSales; the oracle tells them apart.
      text: `Words ${seed} of ${which}${overrides === null ? '' : ' '}`,
      overrides,
    };
  }

  async function press(input: InputOf<'message.send'>): Promise<void> {
    const isKnown = asked.some(({ id }) => id === input.intentId);
    if (!isKnown) asked.push({ id: input.intentId, text: input.text, at: performance.now() });
    const answer = await lane.ask('message.send', input);
    note(`answer: ${JSON.stringify(answer ?? null).slice(0, 160)}`);
  }

  async function putOnList(input: InputOf<'contact.add'>): Promise<void> {
    const answer = await lane.ask('contact.add', input);
    note(`answer: ${JSON.stringify(answer ?? null).slice(0, 160)}`);
    if (answer?.ok === true && answer.value.effect !== 'waiting') confirmedAdds.push({ id: input.intentId, slug });
  }

  async function intents(): Promise<readonly Intent[] | null> {
    const recent = await lane.ask('intents.recent', { contactId: null, limit: 100 });
    if (recent?.ok !== true) return null;
    const ids = new Set<string>([...asked.map(({ id }) => id), ...adds.map(({ intentId }) => intentId)]);
    return recent.value.filter(({ id }) => ids.has(id));
  }

  /** Waits until nothing of this run is open any more; `impatient` presses Retry on adds that wait. */
  async function settled(impatient: boolean): Promise<readonly Intent[]> {
    for (const end = performance.now() + SETTLES_WITHIN_MS; ; await pause(20)) {
      const mine = await intents();
      const open = mine?.filter(({ state }) => OPEN.has(state.name)) ?? [];
      if (mine !== null && (open.length === 0 || performance.now() > end)) return mine;
      const waiting = impatient ? open.filter(({ state }) => state.name === 'waiting') : [];
      for (const { id } of waiting) await lane.ask('activity.retry', { intentId: id });
    }
  }

  return {
    /** Everything that the plan has pressed, all at once; ends when all of it is answered, or nobody can answer. */
    act: () => [
      ...sends.flatMap((input, which) => {
        const { again = false, takenBackAfterMs = null } = plan.messages[which] ?? {};
        const takeBack = (ms: number): Promise<unknown> =>
          pause(ms).then(() => lane.ask('message.cancel', { intentId: input.intentId }));
        return [
          press(input),
          ...(again ? [press(input)] : []),
          ...(takenBackAfterMs === null ? [] : [takeBack(takenBackAfterMs)]),
        ];
      }),
      ...adds.map(putOnList),
    ],
    /** Presses Send anyway on everything that is unknown. */
    async insist(): Promise<void> {
      for (const { id, state } of await settled(false)) {
        const which = sends.findIndex(({ intentId }) => intentId === id);
        if (which === -1 || state.name !== 'unknown') continue;
        note('sends anyway');
        await press(sendOf(which, IntentId.parse(id)));
      }
    },
    settled,
    /** Looks once more for what is unknown, and says how everything stands. */
    async look(): Promise<readonly Intent[]> {
      for (const { id, kind, state } of await settled(true)) {
        const isUnknown = kind === 'send' && state.name === 'unknown';
        if (isUnknown) await lane.ask('message.reconcile', { intentId: id });
      }
      return settled(true);
    },
    messages: (): readonly ServerMessage[] =>
      people
        .flatMap((id) => control.messages(id))
        .map((row) => ({ uuid: String(row['uuid']), text: String(row['text']) }))
        .filter(({ text }) => text.startsWith(`Words ${seed} of `)),
    facts: (): Pick<Facts, 'asked' | 'confirmedAdds' | 'listOf'> => ({
      asked,
      confirmedAdds,
      listOf: (known) => {
        const list = at(control.contact(known), 'lead', 'list_uuid');
        return typeof list === 'string' ? list : null;
      },
    }),
  };
}
