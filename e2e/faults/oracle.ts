import type { AddEntry, OutboxEntry, SendEntry } from '@/lib/domain/outbox-entry';
import { isSameText } from '@/lib/domain/same-text';
import type { Breach, Harm } from './breach';
import { judgeAccounts, type AccountFacts } from './judge-accounts';

/** A message as stored by GetSales. */
export interface ServerMessage {
  readonly uuid: string;
  readonly text: string;
}

/** A POST of a message, arrived or not, with its exact text. */
export interface Posted {
  readonly text: string;
  /** Milliseconds of a monotonic clock. */
  readonly at: number;
}

export interface Facts {
  /** Messages that the user sent, each entry once, with exact text and time. */
  readonly asked: readonly { readonly id: string; readonly text: string; readonly at: number }[];
  /** Adds that the worker confirmed as done, with the person's slug. */
  readonly confirmedAdds: readonly { readonly id: string; readonly slug: string }[];
  /** Entries that the worker accepted, done or not: in the outbox unless erased. */
  readonly accepted: readonly { readonly id: string }[];
  /** Entries of the account that is connected at the end. */
  readonly outbox: readonly OutboxEntry[];
  /** Entries erased with the user's consent, as they were then, and remaining entries of other accounts. */
  readonly erased: readonly OutboxEntry[];
  /** Whether this entry may have been erased. */
  readonly mayBeErased: (id: string) => boolean;
  readonly accounts: AccountFacts;
  readonly posted: readonly Posted[];
  /** POSTs of messages in GetSales' own log. */
  readonly arrived: number;
  readonly messages: readonly ServerMessage[];
  /** The uuid of the list that has the person with this slug; null when GetSales does not know them. */
  readonly listOf: (slug: string) => string | null;
  /** Whether all entries have different texts. */
  readonly areDistinct: boolean;
  /** Whether the browser's clock was never changed. */
  readonly isClockSteady: boolean;
  /** Whether the key was valid at the end: then nothing may still be waiting. */
  readonly isConnected: boolean;
  /** Everything stored or reported, as text. */
  readonly remains: string;
  readonly keys: readonly string[];
  readonly unexpectedHosts: readonly string[];
  /** Reported bugs and unhandled rejections. */
  readonly errors: readonly string[];
}

/** The longest time from writing to sending a message: ten minutes, and the lookup before it. */
const SENT_WITHIN_MS = 600_000 + 60_000;

/** Violated invariants, judged by GetSales' state and the requests sent, never by the outbox alone. */
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
  if (arrived > posted.length) found.push(breach(`${arrived} POSTs arrived, ${posted.length} were sent`));
  if (posted.length > asked.length) found.push(breach(`${posted.length} POSTs of ${asked.length} entries`));
  if (messages.length > posted.length) found.push(breach(`${messages.length} messages of ${posted.length} POSTs`));
  if (!facts.areDistinct) return found;
  for (const { id, text } of asked) {
    const sent = posted.filter((post) => post.text === text).length;
    const stored = messages.filter((message) => message.text === text).length;
    if (sent > 1 || stored > 1)
      found.push(breach(`entry ${id} was sent ${sent} times, GetSales has it ${stored} times`));
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
          return message !== undefined && isSameText(message.text, text)
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

/** Entries that were erased or belong to another account are never carried out. */
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

/** Accepted entries do not vanish. */
function forgotten({ accepted, outbox, mayBeErased }: Facts): readonly Breach[] {
  const known = new Set<string>(outbox.map(({ id }) => id));
  return accepted
    .filter(({ id }) => !known.has(id) && !mayBeErased(id))
    .map(({ id }) => ({ harm: 'lost', invariant: 'I2', what: `${id} was accepted, and is not in the outbox` }));
}

/** Identical texts can only be counted: at least the entries known as sent, at most these and the unknown ones. */
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
    const isLate = asked !== undefined && post !== undefined && post.at - asked.at > SENT_WITHIN_MS;
    return isLate ? [{ harm: 'wrong state', invariant: 'I1', what: `${id} was sent more than ten minutes later` }] : [];
  });
}

function lostAdds(facts: Facts, adds: readonly AddEntry[]): readonly Breach[] {
  const breach = (harm: Harm, what: string): Breach => ({ harm, invariant: 'I2', what });
  const isUndone = ({ state }: OutboxEntry): boolean => state.name === 'undone';
  const mayBeUndone = (entry: OutboxEntry): boolean => isUndone(entry) || entry.state.name === 'undoing';
  const undone = new Set<string>([...adds.filter(isUndone), ...facts.erased.filter(mayBeUndone)].map(({ id }) => id));
  const kept = facts.confirmedAdds.filter(({ id }) => !undone.has(id));
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
          ? [breach('lost', `${id} was superseded by ${state.by}, which is gone`)]
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

function leaks({ remains, keys, unexpectedHosts }: Facts): readonly Breach[] {
  const secrets = keys.flatMap((key) => [key, ...key.split('.').slice(1)]);
  const isLeaked = secrets.some((secret) => remains.includes(secret));
  return [
    ...(isLeaked ? [{ harm: 'leak', invariant: 'I3', what: 'the key is stored outside of the vault' } as const] : []),
    ...unexpectedHosts.map((host): Breach => ({ harm: 'leak', invariant: 'I5', what: `asked ${host}` })),
  ];
}
