import type { AccountId } from '@/lib/domain/account';
import type { ContactList } from '@/lib/domain/contact';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import type { InputOf, MessageName, OutputOf } from '@/lib/messaging/protocol';
import type { AskWorker } from '@/lib/ui/worker/worker-query';

type Answer<N extends MessageName> = (input: InputOf<N>) => Result<OutputOf<N>> | Promise<Result<OutputOf<N>>>;
type Answers = { readonly [N in MessageName]?: Answer<N> };
type Asked = { [N in MessageName]?: readonly InputOf<N>[] };

export interface FakeWorker {
  readonly ask: AskWorker;
  /** From now on answers these messages so. */
  readonly answer: (answers: Answers) => void;
  /** The inputs of every message of this name so far. */
  readonly inputs: <N extends MessageName>(name: N) => readonly InputOf<N>[];
  /** The account that the newest message of this name was sent for. */
  readonly accountOf: (name: MessageName) => AccountId | null | undefined;
}

const AS_OF = '2026-11-23T12:00:00.000Z';
export const asOf = <T>(value: T) => ok({ value, asOf: AS_OF });
export const listsAre = (lists: readonly ContactList[], more = false) => asOf({ lists, more });

const CONNECTED: Answers = {
  'session.get': () => ok({ state: 'connected', account: maraAccount }),
  'connection.back': () => ok(null),
  'lists.get': () => listsAre([]),
  'senders.get': () => asOf([]),
  'customFields.get': () => asOf([]),
  'outbox.recent': () => ok([]),
  'activity.page': () => ok({ entries: [], next: null, damaged: 0, lostAt: null }),
  'others.count': () => ok(0),
  'others.list': () => ok([]),
  'requestLog.recent': () => ok([]),
};

/** A worker of an empty workspace, connected as Mara; a test says what it answers otherwise. */
export function fakeWorker(given: Answers = {}): FakeWorker {
  let answers: Answers = { ...CONNECTED, ...given };
  let asked: Asked = {};
  const accounts = new Map<MessageName, AccountId | null>();
  const inputs = <N extends MessageName>(name: N): readonly InputOf<N>[] => asked[name] ?? [];
  return {
    ask: async (account, name, input) => {
      asked = { ...asked, [name]: [...inputs(name), input] };
      accounts.set(name, account);
      const answer = answers[name];
      return answer === undefined ? err({ code: 'unexpected', reference: `no answer to ${name}` }) : answer(input);
    },
    answer: (more) => {
      answers = { ...answers, ...more };
    },
    inputs,
    accountOf: (name) => accounts.get(name),
  };
}

/** An answer that does not come. */
export function noAnswer(): Promise<never> {
  return new Promise(() => undefined);
}

/** An answer that comes when the test gives it. */
export function lateAnswer<T>() {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}
