import type { World } from '@/e2e/support/worker';
import { cast } from '@/e2e/support/cast';
import type { WorkspaceControl } from '@/e2e/sandbox/control/control';
import { recordOf, textOf } from '@/e2e/sandbox/wire/values';
import { EntryId, MessageId } from '@/lib/domain/ids';
import type { Result } from '@/lib/domain/result';
import { inputs, type OutputOf } from '@/lib/messaging/protocol';
import { ACCOUNTS, OWNER, USED_KEYS, WORKSPACE, type AccountName } from '../accounts';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { claimOf, claimOfAdd, claimOfSend } from '../claims';
import { cancelPeriodIn, conditionsOf } from './conditions-of-world';
import type { Facts, Press, SentRequest, Stored } from '../judge/facts';
import type { KeyPeriod } from '../key-changes';
import { createRecording, type Recording } from '../recording';
import { keyedRequests, peopleBetween, peopleNow, seenRequests, type KnownPerson, type People } from '../server-facts';

const HOST = 'https://amazing.getsales.io';
type Asked = World['asked'][number];

export interface WorldFacts {
  readonly stored: readonly Stored[];
  readonly before: People;
  /** What the outbox holds at the end. */
  readonly outbox: readonly OutboxEntry[];
  readonly hadStorageFaults: boolean;
  /** Uncaught. */
  readonly errors: readonly string[];
}

/** The people whom a case may add or write to. */
export function peopleOf({ sandbox }: World): readonly KnownPerson[] {
  return ACCOUNTS.flatMap((account) =>
    cast.map(({ slug }) => ({
      account,
      slug,
      id: textOf(recordOf(sandbox.control.workspace(WORKSPACE[account]).contact(slug)?.['lead'])['uuid']),
    })),
  );
}

/** What the judge decides from, of one world: what pages asked, what left the worker, and what is stored where. */
export function factsOfWorld(world: World, found: WorldFacts): Facts {
  const { stored, before, outbox, hadStorageFaults, errors } = found;
  const { sandbox, asked, requested } = world;
  const people = peopleOf(world);
  const known = new Set(before.messages.map(({ uuid }) => uuid));
  const controlOf = (name: AccountName): WorkspaceControl => sandbox.control.workspace(WORKSPACE[name]);
  const after = peopleNow(people, controlOf);
  const writtenByOthers = ({ id, account }: KnownPerson): readonly unknown[] =>
    (id === null ? [] : controlOf(account).messages(id)).flatMap((row) =>
      row['automation'] === 'auto' ? row['uuid'] : [],
    );
  const ofOthers = new Set(people.flatMap(writtenByOthers));
  const requests = sandbox.control.requests();
  const sent = sentOf(world);
  const hasSignedOut = asked.some(({ name, answer }) => name === 'session.signOut' && answer?.value.ok === true);
  return {
    ...recordingOf(world).facts(),
    final: outbox.map((entry) => claimOf(entry, world.now())),
    erased: [],
    // The only entries that may be gone.
    mayBeErased: () => hadStorageFaults || hasSignedOut,
    server: {
      seen: seenRequests(requests, (at) => at),
      sent,
      people: peopleBetween(people, before, after),
      messages: after.messages.filter(({ uuid }) => !known.has(uuid) && !ofOthers.has(uuid)),
      byOthers: [],
      listNames: {},
    },
    conditions: conditionsOf(world, hadStorageFaults),
    accounts: {
      seen: keyedRequests(requests),
      sent,
      keyPeriods: keyPeriodsOf(world),
      ownData: { main: [], other: [] },
      staleAnswers: [],
      changedAnyway: [],
      erasures: [],
      reported: 0,
      connected: null,
      atRest: '',
      hasKey: false,
    },
    secrets: {
      keys: sandbox.keys,
      stored: [
        ...stored,
        ...asked.map(({ name, answer }) => ({
          where: `the answer to ${name}`,
          text: JSON.stringify(answer),
          mayHaveContents: true,
        })),
        ...requested.map(({ url, body, headers }) => ({
          where: `a request to ${url}`,
          text: JSON.stringify([url, body, [...headers].filter(([name]) => name !== 'authorization')]),
          mayHaveContents: true,
        })),
      ],
      unexpectedHosts: requested.map(({ url }) => new URL(url).origin).filter((origin) => origin !== HOST),
    },
    errors: [...errors, ...sandbox.control.violations(), ...asked.flatMap(bugIn)],
  };
}

/** The user's acts, all of the main account's pages, and what they were answered. */
function recordingOf(world: World): Recording {
  let at = 0;
  const recording = createRecording(() => at, cancelPeriodIn(world));
  for (const message of world.asked) {
    at = message.at;
    const pressed = pressOf(recording, message);
    if (pressed === null) continue;
    if (message.answer === null) {
      // Its worker was killed, or ends with the test.
      recording.answer(pressed, null);
      continue;
    }
    at = message.answer.at;
    const { value } = message.answer;
    recording.answer(pressed, value.ok ? 'ok' : value.error.code);
    showAnswer(recording, pressed, value);
  }
  return recording;
}

/** Null for a message that is no act of the user, or that the worker refuses to read. */
function pressOf(recording: Recording, { name, input }: Asked): Press | null {
  if (name === 'message.send') {
    const send = inputs[name].safeParse(input).data;
    return send === undefined ? null : recording.send('main', send);
  }
  if (name === 'contact.add') {
    const add = inputs[name].safeParse(input).data;
    return add === undefined ? null : recording.add('main', add);
  }
  if (name === 'message.retry') {
    const messageId = MessageId.safeParse(recordOf(input)['messageId']).data;
    return messageId === undefined ? null : recording.press('try again', messageId);
  }
  const entryId = EntryId.safeParse(recordOf(input)['entryId']).data;
  if (entryId === undefined) return null;
  if (name === 'contact.undo') return recording.press('undo', entryId);
  if (name === 'activity.retry') return recording.press('retry add', entryId);
  return name === 'message.cancel' ? recording.press('cancel', entryId) : null;
}

/** The page shows what it was answered. */
function showAnswer(recording: Recording, { what, id }: Press, answer: Result<unknown>): void {
  if (!answer.ok) return;
  // The worker answers these messages with their outcome.
  /* eslint-disable @typescript-eslint/consistent-type-assertions */
  if (what === 'send') recording.show(claimOfSend(id, answer.value as OutputOf<'message.send'>, recording.now()));
  if (what === 'add') recording.show(claimOfAdd(id, answer.value as OutputOf<'contact.add'>, recording.now()));
  /* eslint-enable @typescript-eslint/consistent-type-assertions */
}

/** From a connect on, its key may be used; from the end of signing out on, none. */
function keyPeriodsOf({ asked, sandbox }: World): readonly KeyPeriod[] {
  return asked.flatMap(({ name, sentBefore, answer }, index): readonly KeyPeriod[] => {
    if (name === 'session.signOut') return answer?.value.ok === true ? [{ from: answer.sentBefore, keys: [] }] : [];
    if (name !== 'session.connect') return [];
    const pasted = asked.slice(0, index + 1).map((message) => recordOf(message.input)['key']);
    return [{ from: sentBefore, keys: USED_KEYS.filter((key) => pasted.includes(sandbox.keys[key])) }];
  });
}

/** A handler that threw. */
function bugIn({ name, answer }: Asked): readonly string[] {
  const isBug = answer?.value.ok === false && answer.value.error.code === 'unexpected';
  return isBug ? [`${name} threw`] : [];
}

function sentOf({ requested, sandbox }: World): readonly SentRequest[] {
  return requested.map(({ at, url, method, headers, body, answered }) => {
    const key = headers.get('authorization')?.replace('Bearer ', '');
    const keyName = USED_KEYS.find((name) => sandbox.keys[name] === key) ?? null;
    return {
      ...{ at, method, keyName, answered, pause: null },
      path: new URL(url).pathname,
      body: body === null ? null : parsed(body),
      account: keyName === null ? null : OWNER[keyName],
    };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
