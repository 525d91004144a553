import { ContactId, EntryId } from '@/lib/domain/ids';
import type { InputOf } from '@/lib/messaging/protocol';
import { NAMES } from '../accounts';
import { claimOfAdd } from '../claims';
import type { AddAct } from '../plan';
import type { Acting, UserDeps, Work } from './acting';
import type { MessageActs } from './message-acts';

type Add = InputOf<'contact.add'>;

export interface AddActs {
  readonly perform: (work: Work, what: AddAct, which: number) => Promise<void>;
}

/** What the user and others do with planned adds, and with the contacts of these. */
export function createAddActs(
  { plan, recording, others, uuid, now, ask: askAs }: UserDeps,
  { ask, isRemoved, remove }: Acting,
  messages: Pick<MessageActs, 'send'>,
): AddActs {
  async function add(work: Work, input: Add): Promise<void> {
    const answer = await ask(work, recording.add(work.account.name, input), 'contact.add', input);
    if (answer !== null) recording.show(claimOfAdd(input.entryId, answer, now()));
  }

  /** Writes to the contact that a screen shows as added. */
  async function write(work: Work, { entryId: added, personName }: Add): Promise<void> {
    const claim = recording.shown(added);
    const [senderId] = work.account.senders;
    if (claim?.says !== 'done') return;
    const contactId = ContactId.parse(claim.contactId);
    const text = `${NAMES[work.account.name].text} ${plan.seed} to the contact of ${added}`;
    await messages.send(work, {
      ...{ entryId: EntryId.parse(uuid()), contactId, senderId, personName, text, overrides: null },
    });
  }

  return {
    async perform(work, what, which) {
      const input = work.adds[plan.adds[which]?.entry ?? -1];
      const slug = input?.identity.slug ?? null;
      if (input === undefined || slug === null || isRemoved(input.entryId)) return;
      const { entryId } = input;
      const { account } = work;
      switch (what) {
        case 'add':
          return add(work, input);
        case 'open the popup':
          // The lookup counts for a minute, also for the add.
          await askAs(false, account.id)('contact.status', { identity: input.identity, fresh: false });
          return;
        case 'undo add':
          await ask(work, recording.press('undo', entryId), 'contact.undo', { entryId });
          return;
        case 'retry add':
          await ask(work, recording.press('retry add', entryId), 'activity.retry', { entryId });
          return;
        case 'cancel the add':
          // The popup has the button while the add waits, also while the worker tries it again.
          if (['open', 'sending'].includes(recording.shown(entryId)?.says ?? ''))
            await ask(work, recording.press('cancel add', entryId), 'contact.cancel', { entryId });
          return;
        case 'remove the add':
          return remove(work, entryId);
        case 'write to the contact':
          return write(work, input);
        case 'someone else tags the contact':
          return others.change(account, slug, { tag: 'VIP' });
        case 'someone else moves the contact':
          return others.change(account, slug, { listUuid: account.thirdList });
        case 'someone else sets the stage':
          return others.change(account, slug, { stage: 'next' });
        case 'someone else adds the person':
          return others.add(account, slug, input.listId);
        case 'the contact writes':
          return others.exchange(account, slug, 'from the contact');
        case 'someone else writes to the contact':
          return others.exchange(account, slug, 'to the contact');
      }
    },
  };
}
