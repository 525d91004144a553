import type { EntryId } from '@/lib/domain/ids';
import { MessageId } from '@/lib/domain/ids';
import { claimOfSend } from '../claims';
import type { MessageAct } from '../plan';
import type { Acting, Send, UserDeps, Work } from './acting';

/** What the user and others do with planned messages. */
export interface MessageActs {
  readonly perform: (work: Work, what: MessageAct, which: number) => Promise<void>;
  readonly send: (work: Work, input: Send, isSecond?: boolean) => Promise<void>;
  readonly check: (work: Work, entryId: EntryId) => Promise<void>;
}

/** @param sendOf a new entry of a planned message */
export function createMessageActs(
  { plan, recording, overriding, others, ask: askAs, now }: UserDeps,
  { ask, isErased, isRemoved, remove }: Acting,
  sendOf: (work: Work, which: number, overrides: EntryId | null) => Send,
): MessageActs {
  async function send(work: Work, input: Send, isSecond = false): Promise<void> {
    if (isErased(input.entryId)) return;
    if (input.overrides !== null) overriding.add(input.contactId);
    const press = recording.send(work.account.name, input);
    const answer = await ask(work, press, 'message.send', input, { isSecond });
    overriding.delete(input.contactId);
    if (answer !== null) recording.show(claimOfSend(input.entryId, answer, now()));
  }

  async function sendAgain(work: Work, which: number, overrides: EntryId | null): Promise<void> {
    const input = sendOf(work, which, overrides);
    work.threads[which]?.push(input);
    await send(work, input);
  }

  async function check(work: Work, entryId: EntryId): Promise<void> {
    const answer = await ask(work, recording.press('check', entryId), 'message.reconcile', { entryId });
    if (answer !== null) recording.show(claimOfSend(entryId, answer, now()));
  }

  async function tryAgain(work: Work, id: string): Promise<void> {
    const claim = recording.shown(id);
    if (claim?.says !== 'sent') return;
    const messageId = MessageId.parse(claim.messageId);
    const { control, id: account } = work.account;
    const status = (): unknown =>
      work.people.flatMap((person) => control.messages(person.id)).find((row) => row['uuid'] === messageId)?.['status'];
    // Some pages still show a message as failed that GetSales has delivered since: it must not be asked for it again.
    if (plan.seed % 3 === 0 && status() === 'done') {
      await askAs(false, account)('message.retry', { messageId });
      return;
    }
    control.failMessage(messageId, 'Not connected');
    if (status() !== 'failed') return;
    await ask(work, recording.press('try again', messageId), 'message.retry', { messageId });
  }

  return {
    send,
    check,
    async perform(work, what, which) {
      const [first, ...repetitions] = work.threads[which] ?? [];
      if (first === undefined) return;
      const { entryId } = repetitions.at(-1) ?? first;
      if (isRemoved(entryId)) return;
      switch (what) {
        case 'send':
        case 'send in the other worker':
          return send(work, first, what !== 'send');
        case 'cancel':
          await ask(work, recording.press('cancel', entryId), 'message.cancel', { entryId });
          return;
        case 'check':
          return check(work, entryId);
        case 'someone else writes':
          return others.write(work.account, first, `Other words ${plan.seed}`);
        case 'someone else writes the same':
          return others.write(work.account, first, first.text);
        case 'send anyway':
          return recording.shown(entryId)?.says === 'unknown' ? sendAgain(work, which, entryId) : undefined;
        case 'type it again':
          return recording.shown(entryId) === undefined ? undefined : sendAgain(work, which, null);
        case 'try again':
          return tryAgain(work, entryId);
        case 'remove the message':
          return remove(work, entryId);
      }
    },
  };
}
