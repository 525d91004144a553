import type { AddEntry, OutboxEntry, SendEntry } from '@/lib/domain/outbox-entry';
import { sameText } from '@/lib/services/sending/match-sent';
import type { Breach, Harm } from './breach';
import { judgeAccounts, type AccountFacts } from './judge-accounts';

/** A message as GetSales keeps it. */
export interface ServerMessage {
  readonly uuid: string;
  readonly text: string;
}

/** A message that left this browser, arrived or not; its raw words. */
export interface Posted {
  readonly text: string;
  /** Milliseconds of a clock that nobody sets. */
  readonly at: number;
}

export interface Facts {
  /** The messages that were pressed, each entry once, with its raw words and when. */
  readonly asked: readonly { readonly id: string; readonly text: string; readonly at: number }[];
  /** The entries of adds that the worker answered to be in GetSales, with the person's address name. */
  readonly confirmedAdds: readonly { readonly id: string; readonly slug: string }[];
  /** Acts that the worker answered to have, done or not: they are in the outbox unless they were erased. */
  readonly accepted: readonly { readonly id: string }[];
  /** Of the account that is connected at the end. */
  readonly outbox: readonly OutboxEntry[];
  /** Intents as they were erased with the user's agreement, and those of other accounts that were left. */
  readonly erased: readonly OutboxEntry[];
  /** Whether the outbox may have lost this entry to an erasure. */
  readonly mayBeErased: (id: string) => boolean;
  readonly accounts: AccountFacts;
  readonly posted: readonly Posted[];
  /** POSTs of messages in GetSales' own log. */
  readonly arrived: number;
  readonly messages: readonly ServerMessage[];
  /** The uuid of the list that somebody of this address name is on; null when GetSales does not know them. */
  readonly listOf: (slug: string) => string | null;
  /** Whether raw words tell the entries apart. */
  readonly areDistinct: boolean;
  /** Whether nothing disturbed the browser's clock. */
  readonly isClockSteady: boolean;
  /** Whether the key was good at the end: then nothing may still wait. */
  readonly isConnected: boolean;
  /** Everything that lies on disk or was reported, as text. */
  readonly remains: string;
  readonly keys: readonly string[];
  readonly strangers: readonly string[];
  /** Reported bugs and unhandled rejections. */
  readonly errors: readonly string[];
}

/** How long after it was written a message may leave at most: ten minutes, and the look before it. */
const LEAVES_WITHIN_MS = 600_000 + 60_000;

/** What was not to happen and did, by GetSales' own state and by what left this browser, never by the outbox alone. */
export function judge(facts: Facts): readonly Breach[] {
  const sends = facts.outbox.filter((entry) => entry.kind === 'send');
  const adds = facts.outbox.filter((entry) => entry.kind === 'add');
  return [
    ...doubled(facts),
    ...wrongSends(facts, sends),
    ...wrongErased(facts),
    ...forgotten(facts),
    ...late(facts, sends),
    ...lostAdds(facts, adds),
    ...leaks(facts),
    ...judgeAccounts(facts.accounts),
    ...facts.errors.map((what): Breach => ({ harm: 'error', invariant: 'I4', what })),
  ];
}

function doubled(facts: Facts): readonly Breach[] {
  const { asked, posted, messages, arrived } = facts;
  const breach = (what: string): Breach => ({ harm: 'doubled', invariant: 'I1', what });
  const found: Breach[] = [];
  if (arrived > posted.length) found.push(breach(`${arrived} POSTs arrived, ${posted.length} left`));
  if (posted.length > asked.length) found.push(breach(`${posted.length} POSTs of ${asked.length} entries`));
  if (messages.length > posted.length) found.push(breach(`${messages.length} messages of ${posted.length} POSTs`));
  if (!facts.areDistinct) return found;
  for (const { id, text } of asked) {
    const left = posted.filter((post) => post.text === text).length;
    const kept = messages.filter((message) => message.text === text).length;
    if (left > 1 || kept > 1) found.push(breach(`entry ${id} left ${left} times, GetSales has it ${kept} times`));
  }
  return found;
}

function wrongSends(facts: Facts, sends: readonly SendEntry[]): readonly Breach[] {
  const { messages, areDistinct } = facts;
  const breach = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });
  const claimed = sends.flatMap(({ state }) => (state.name === 'sent' ? [state.messageId] : []));
  const twice = claimed.filter((id, index) => claimed.indexOf(id) !== index);
  return [
    ...twice.map((id) => breach(`two entries claim message ${id}`)),
    ...sends.flatMap(({ id, text, state }) => {
      const isThere = areDistinct && messages.some((message) => message.text === text);
      switch (state.name) {
        case 'sent': {
          const message = messages.find(({ uuid }) => uuid === state.messageId);
          return message !== undefined && sameText(message.text, text)
            ? []
            : [breach(`${id} is sent as ${state.messageId}, which GetSales does not have`)];
        }
        case 'refused':
        case 'cancelled':
          return isThere ? [breach(`${id} is ${state.name}, and GetSales has it`)] : [];
        case 'unknown':
          return [];
        case 'queued':
        case 'dispatching':
          return [breach(`${id} is still ${state.name} at rest`)];
      }
    }),
    ...(areDistinct ? [] : tooFew(facts, sends)),
  ];
}

/** What was erased or belongs to another account is never carried out. */
function wrongErased({ erased, messages, areDistinct }: Facts): readonly Breach[] {
  return erased.flatMap((entry): readonly Breach[] => {
    const { id, state } = entry;
    const isThere = areDistinct && entry.kind === 'send' && messages.some(({ text }) => text === entry.text);
    const mustNot = state.name === 'queued' || state.name === 'refused' || state.name === 'cancelled';
    const isLost = areDistinct && entry.kind === 'send' && state.name === 'sent' && !isThere;
    if (isLost)
      return [{ harm: 'lost', invariant: 'I6', what: `${id} was erased as sent, and GetSales does not have it` }];
    if (!isThere || !mustNot) return [];
    return [{ harm: 'wrong account', invariant: 'I7', what: `${id} was erased as ${state.name}, and GetSales has it` }];
  });
}

/** What the worker took on does not vanish. */
function forgotten({ accepted, outbox, mayBeErased }: Facts): readonly Breach[] {
  const known = new Set<string>(outbox.map(({ id }) => id));
  return accepted
    .filter(({ id }) => !known.has(id) && !mayBeErased(id))
    .map(({ id }) => ({ harm: 'lost', invariant: 'I2', what: `${id} was accepted, and is not in the outbox` }));
}

/** Identical words can only be counted: as many messages as are certain at least, as can be at most. */
function tooFew({ messages, erased }: Facts, sends: readonly SendEntry[]): readonly Breach[] {
  const all = [...sends, ...erased.filter((entry) => entry.kind === 'send')];
  const erasedUnknown = erased.filter(({ kind, state }) => kind === 'send' && state.name === 'dispatching').length;
  const inState = (...names: readonly string[]): number => all.filter(({ state }) => names.includes(state.name)).length;
  const isTooFew = messages.length < inState('sent');
  const isTooMany = messages.length > inState('sent', 'unknown') + erasedUnknown;
  if (!isTooFew && !isTooMany) return [];
  const what = `${messages.length} messages, ${inState('sent')} sent and ${inState('unknown')} unknown`;
  return [{ harm: 'wrong state', invariant: 'I6', what }];
}

function late(facts: Facts, sends: readonly SendEntry[]): readonly Breach[] {
  if (!facts.areDistinct || !facts.isClockSteady) return [];
  return sends.flatMap(({ id, text }) => {
    const asked = facts.asked.find((each) => each.id === id);
    const post = facts.posted.find((each) => each.text === text);
    const isLate = asked !== undefined && post !== undefined && post.at - asked.at > LEAVES_WITHIN_MS;
    return isLate ? [{ harm: 'wrong state', invariant: 'I1', what: `${id} left more than ten minutes later` }] : [];
  });
}

function lostAdds(facts: Facts, adds: readonly AddEntry[]): readonly Breach[] {
  const breach = (harm: Harm, what: string): Breach => ({ harm, invariant: 'I2', what });
  const isTaken = ({ state }: OutboxEntry): boolean => state.name === 'undone';
  const mayBeTaken = (entry: OutboxEntry): boolean => isTaken(entry) || entry.state.name === 'undoing';
  const taken = new Set<string>([...adds.filter(isTaken), ...facts.erased.filter(mayBeTaken)].map(({ id }) => id));
  const kept = facts.confirmedAdds.filter(({ id }) => !taken.has(id));
  const unseen = kept.flatMap(({ id, slug }) => {
    if (facts.listOf(slug) === null) return [breach('lost', `${id} was confirmed, and GetSales does not know ${slug}`)];
    return adds.some((entry) => entry.id === id) || facts.mayBeErased(id)
      ? []
      : [breach('lost', `${id} is not in the outbox`)];
  });
  const open = adds.flatMap(({ id, identity, state }) => {
    const slug = identity.slug ?? '';
    switch (state.name) {
      case 'done':
        return facts.listOf(slug) === null ? [breach('lost', `${id} is done, and GetSales does not know ${slug}`)] : [];
      case 'waiting':
      case 'dispatching':
      case 'undoing':
        return facts.isConnected ? [breach('wrong state', `${id} is still ${state.name} at rest`)] : [];
      case 'superseded': {
        const later = adds.find((other) => other.id === state.by);
        return later === undefined || later.state.name === 'undone'
          ? [breach('lost', `${id} was replaced by ${state.by}, which is gone`)]
          : [];
      }
      case 'refused':
      case 'unknown':
      case 'undone':
        return [];
    }
  });
  return [...unseen, ...open];
}

function leaks({ remains, keys, strangers }: Facts): readonly Breach[] {
  const secrets = keys.flatMap((key) => [key, ...key.split('.').slice(1)]);
  const isLeaked = secrets.some((secret) => remains.includes(secret));
  return [
    ...(isLeaked ? [{ harm: 'leak', invariant: 'I3', what: 'the key lies outside the vault' } as const] : []),
    ...strangers.map((host): Breach => ({ harm: 'leak', invariant: 'I5', what: `asked ${host}` })),
  ];
}
