import type { Breach } from './breach';
import type { AddAction, Claim, Facts, Press, SendAction, SentRequest } from './facts';
import { CONTACTS, hasSameWords, MESSAGE_TTL_MS, upsertIn } from './history';

/** A message that can be sent is sent within this time: the longest pause between two tries, and the reads before it. */
const SENT_WITHIN_MS = 120_000;
/** The last automatic search for an unconfirmed message comes five minutes after it became so. */
const SEARCHED_FOR_MS = 300_000;
const SLACK_MS = 60_000;

const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });

/** I2, I6, I9: what was answered with yes was carried out, and what could be carried out was not left undone. */
export function judgeEffects(facts: Facts): readonly Breach[] {
  return [
    ...facts.presses.flatMap((press) => undoWithoutEffect(facts, press)),
    ...facts.sends.flatMap((send) => [...neverSent(facts, send), ...neverSearchedFor(facts, send)]),
  ];
}

/** An undo that succeeded has deleted the contact or moved it back, unless GetSales said that it is gone. */
function undoWithoutEffect(facts: Facts, { what, id, at, answer }: Press): readonly Breach[] {
  const add = facts.adds.find((each) => each.id === id);
  if (what !== 'undo' || answer?.code !== 'ok' || add === undefined || isShared(facts, add)) return [];
  const done = facts.claims.find((claim): claim is Done => claim.id === id && claim.says === 'done');
  const isGone = facts.server.seen.some(
    ({ path, status, isFaulted }) => path.endsWith(`/${String(done?.contactId)}`) && (status === 404 || isFaulted),
  );
  const begun = facts.presses.filter((press) => press.what === 'undo' && press.id === id).map((press) => press.at);
  const isCarriedOut = facts.server.sent.some(
    (request) => request.at >= Math.min(at, ...begun) && isUndoOf(add, request),
  );
  return isCarriedOut || isGone
    ? []
    : [{ harm: 'wrong state', invariant: 'I9', what: `the undo of ${id} succeeded, and nothing was undone` }];
}

type Done = Extract<Claim, { says: 'done' }>;

function isShared({ adds }: Facts, { id, slug, account }: AddAction): boolean {
  return adds.some((other) => other.id !== id && other.slug === slug && other.account === account);
}

function isUndoOf({ slug, account }: AddAction, request: SentRequest): boolean {
  if (request.account !== account) return false;
  if (request.method === 'DELETE') return request.path.startsWith(`${CONTACTS}/`);
  const upsert = upsertIn(request);
  return upsert?.slug === slug && upsert.move === true;
}

/** A message expires only if something kept it from being sent until shortly before. */
function neverSent(facts: Facts, send: SendAction): readonly Breach[] {
  const expired = facts.claims.find(({ id, says }) => id === send.id && says === 'expired');
  const from = Math.max(send.at + send.cancelPeriodMs, facts.conditions.faultsEndAt);
  if (expired === undefined || !isOnlyNetworkTrouble(facts, send.at, expired.at)) return [];
  return from + SENT_WITHIN_MS > send.at + MESSAGE_TTL_MS
    ? []
    : [{ harm: 'lost', invariant: 'I2', what: `${send.id} expired, although it could be sent` }];
}

/** The worker itself looks for an unconfirmed message: Check again finds none that GetSales has listed for minutes. */
function neverSearchedFor(facts: Facts, send: SendAction): readonly Breach[] {
  const { claims, presses, sends, conditions } = facts;
  const shown = claims.filter(({ id }) => id === send.id);
  const unknownAt = shown.findLast(({ says }) => says === 'unknown')?.at;
  const foundAt = shown.find(({ says, at }) => says === 'sent' && unknownAt !== undefined && at >= unknownAt)?.at;
  if (unknownAt === undefined || foundAt === undefined || !isOnlyNetworkTrouble(facts, send.at, foundAt)) return [];
  const isAmbiguous = sends.some(
    (other) => other.id !== send.id && other.contactId === send.contactId && hasSameWords(other.text, send.text),
  );
  const wasSearchable = unknownAt + SEARCHED_FOR_MS > conditions.faultsEndAt && !conditions.hadWrongDates;
  const isLate = foundAt - Math.max(unknownAt, conditions.faultsEndAt) > SEARCHED_FOR_MS + SLACK_MS;
  const isPressed = presses.some(
    ({ what, id, at }) => what === 'check' && id === send.id && at <= foundAt && foundAt - at < SLACK_MS,
  );
  return isLate && wasSearchable && isPressed && !isAmbiguous
    ? [wrong(`${send.id} was unconfirmed until the user pressed Check again, although GetSales listed it`)]
    : [];
}

/** Whether nothing but a network that failed before `faultsEndAt` explains what happened in this time. */
function isOnlyNetworkTrouble({ conditions, server }: Facts, from: number, to: number): boolean {
  const { isTimed, isClockSteady, changedKeys, hasSecondWorker, isConnected, killTimes } = conditions;
  const wasKilled = killTimes.some((at) => at <= to);
  const wasPaused = server.seen.some(({ status, at }) => status === 429 && at <= to && at >= from - MESSAGE_TTL_MS);
  return isTimed && isClockSteady && !changedKeys && !hasSecondWorker && isConnected && !wasKilled && !wasPaused;
}
