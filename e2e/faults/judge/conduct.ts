import type { Breach } from './breach';
import type { AddAction, Facts, SendAction, SentRequest } from './facts';
import { copiesOf, isOfAdd, isOfSend } from './history';

/** How long a request that was already about to be sent may take to leave. */
const UNDER_WAY_MS = 300;
/** Shorter than an idle worker lives; a pause that holds for all requests is not kept longer. */
const KEPT_MS = 25_000;
/** How long work that was under way when GetSales rejected the key may go on: its reads and retries, one entry after another. */
const ROUND_MS = 120_000;

const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });

/** What GetSales asked for is respected: its pauses, its no to a key, and messages leave in the order of the user. */
export function judgeConduct(facts: Facts): readonly Breach[] {
  return [
    ...facts.server.sent.flatMap((request) => [...sentInPause(facts, request), ...retriedInPause(facts, request)]),
    ...sentWithRejectedKey(facts),
    ...facts.sends.flatMap((send) => overtaken(facts, send)),
    ...judgeSession(facts),
  ];
}

function wasKilled({ conditions }: Facts, from: number, to: number): boolean {
  return conditions.killTimes.some((at) => at >= from && at <= to);
}

/** After a 429 that states a pause, the worker asks for nothing until it is over. */
function sentInPause(facts: Facts, { pause, path }: SentRequest): readonly Breach[] {
  const { server, conditions } = facts;
  if (pause === null || conditions.hasSecondWorker || !conditions.isTimed) return [];
  const from = pause.at + UNDER_WAY_MS;
  const until = pause.at + Math.min(pause.ms, KEPT_MS);
  const early = server.sent.find(({ at }) => at > from && at < until);
  if (early === undefined || wasKilled(facts, pause.at, early.at)) return [];
  return [wrong(`${early.path} was sent ${early.at - pause.at} ms after ${path} was paused for ${pause.ms} ms`)];
}

/** An add that was paused is not tried again before the pause is over, unless the user asks for it. */
function retriedInPause(facts: Facts, paused: SentRequest): readonly Breach[] {
  const { pause } = paused;
  const { adds, presses, server, conditions } = facts;
  const mine = adds.filter((add) => isOfAdd(add, paused));
  const [add] = mine;
  const isJudged = conditions.isTimed && conditions.isClockSteady && !conditions.changedKeys;
  if (pause === null || add === undefined || mine.length > 1 || !isJudged) return [];
  if (adds.some((other) => other.id !== add.id && other.slug === add.slug)) return [];
  const early = server.sent.find(
    (request) => isOfAdd(add, request) && request.at > pause.at && request.at < pause.at + pause.ms,
  );
  if (early === undefined || wasKilled(facts, pause.at, early.at)) return [];
  const isAsked = presses.some(({ id, at }) => id === add.id && at >= pause.at && at <= early.at);
  return isAsked ? [] : [wrong(`${add.id} was tried again ${early.at - pause.at} ms into a pause of ${pause.ms} ms`)];
}

/** After GetSales rejected a key, it is not used until the user pastes a key. */
function sentWithRejectedKey(facts: Facts): readonly Breach[] {
  const { server, conditions } = facts;
  const { pastes, changedKeys, hasSecondWorker, isTimed } = conditions;
  if (!isTimed || changedKeys || hasSecondWorker) return [];
  const rejected = server.seen.filter(({ status }) => status === 401);
  return rejected.flatMap(({ at: from, keyName }) => {
    const until = Math.min(Infinity, ...pastes.filter((at) => at >= from));
    const late = server.sent.find(
      (request) => request.keyName === keyName && request.at > from + ROUND_MS && request.at < until,
    );
    const isExcused = late === undefined || wasKilled(facts, from - UNDER_WAY_MS, from + UNDER_WAY_MS);
    return isExcused ? [] : [wrong(`${late.path} was sent with a key that GetSales rejected before`)];
  });
}

/** Two messages in one conversation arrive in the order in which the user sent them. */
function overtaken(facts: Facts, first: SendAction): readonly Breach[] {
  const { sends, presses, server, conditions } = facts;
  const pressed = presses.filter(({ what, id }) => what === 'send' && id === first.id);
  const wasAccepted = pressed.length === 1 && (pressed[0]?.answer === null || pressed[0]?.answer.code === 'ok');
  const postOf = (send: SendAction): number | undefined => server.sent.find((request) => isOfSend(send, request))?.at;
  const firstAt = postOf(first);
  if (!wasAccepted || firstAt === undefined || conditions.hasSecondWorker || !conditions.isTimed) return [];
  return sends.flatMap((later) => {
    // The POST of a text that the user sent before as well is not known from the others.
    const isKnown = copiesOf(facts, later) === 0;
    const isLater = later.at > first.at && later.contactId === first.contactId && later.senderId === first.senderId;
    const laterAt = postOf(later);
    const isSwapped = isLater && isKnown && laterAt !== undefined && laterAt < firstAt;
    return isSwapped ? [{ harm: 'wrong content', invariant: 'I8', what: `${later.id} overtook ${first.id}` }] : [];
  });
}

/** The screen says that the key was rejected when GetSales rejected it, and only then. */
function judgeSession({ conditions }: Facts): readonly Breach[] {
  const { session, isRejected, kills, changedKeys, isTimed } = conditions;
  if (!isTimed || changedKeys || session === 'disconnected') return [];
  if (session === 'rejected' && !isRejected) return [wrong('the key is shown as rejected, and GetSales accepts it')];
  return session === 'connected' && isRejected && kills === 0
    ? [wrong('the key is shown as accepted, and GetSales rejected it')]
    : [];
}

/** What a screen says that an entry is about. */
export function aboutSend({ personName, text }: Pick<SendAction, 'personName' | 'text'>): string {
  return `${personName}: ${text}`;
}

export function aboutAdd({ personName, listName }: Pick<AddAction, 'personName' | 'listName'>): string {
  return `${personName} for ${listName}`;
}
