import type { AccountId } from '@/lib/domain/account';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import type { StaleAnswer } from '../judge/accounts';
import type { Press } from '../judge/facts';
import type { AskOrNull, KeyChanges } from '../key-changes';
import type { Plan } from '../plan';
import type { Recording } from '../recording';
import type { Others } from './others';
import type { Known, Profile, SeededAccount } from './profile';

export interface UserDeps {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly recording: Recording;
  readonly others: Others;
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

export type Send = InputOf<'message.send'>;

/** The messages and adds of one account's user. */
export interface Work {
  readonly account: SeededAccount;
  readonly people: readonly Known[];
  /** For each planned message, the entry and its repetitions. */
  readonly threads: Send[][];
  readonly adds: readonly InputOf<'contact.add'>[];
}

/** Pressing buttons of pages. */
export interface Acting {
  /** Asks as a page of this account, and records the answer; null when there was none or an error. */
  readonly ask: <N extends MessageName>(
    work: Work,
    press: Press,
    name: N,
    input: InputOf<N>,
    options?: { readonly isSecond?: boolean },
  ) => Promise<OutputOf<N> | null>;
  /** Whether records were erased since this entry was first requested. */
  readonly isErased: (id: string) => boolean;
  /** Whether the user removed the entry, or cleared Activity since, so that no page has buttons of it. */
  readonly isRemoved: (id: string) => boolean;
  /** Presses Remove beside an entry that a screen shows. */
  readonly remove: (work: Work, id: InputOf<'activity.remove'>['entryId']) => Promise<void>;
  /** Presses Clear log. */
  readonly clear: (work: Work) => Promise<void>;
  readonly staleAnswers: () => readonly StaleAnswer[];
}

export function createActing({ recording, keyChanges, ...deps }: UserDeps): Acting {
  const staleAnswers: StaleAnswer[] = [];
  /** For each entry, how often records had been erased when it was first requested. */
  const begun = new Map<string, number>();
  const cleared = new Set<string>();

  const ask: Acting['ask'] = async ({ account }, press, name, input, { isSecond = false } = {}) => {
    const period = keyChanges.keyPeriods().length - 1;
    const answer = await deps.ask(isSecond, account.id)(name, input);
    recording.answer(press, answer === null ? null : answer.ok ? 'ok' : answer.error.code);
    if (answer === null) return null;
    if (keyChanges.isExcludedSince(account.name, period))
      staleAnswers.push({ what: name, code: answer.ok ? 'ok' : answer.error.code });
    return answer.ok ? answer.value : null;
  };

  return {
    ask,
    isErased(id) {
      const first = begun.get(id) ?? deps.erasures();
      begun.set(id, first);
      return first !== deps.erasures();
    },
    isRemoved: (id) => cleared.has(id) || recording.isPressed('remove', id),
    async remove(work, entryId) {
      if (recording.shown(entryId) === undefined) return;
      await ask(work, recording.press('remove', entryId), 'activity.remove', { entryId });
    },
    async clear(work) {
      for (const id of recording.shownIds()) cleared.add(id);
      await ask(work, recording.press('clear', ''), 'activity.erase', {});
    },
    staleAnswers: () => staleAnswers,
  };
}
