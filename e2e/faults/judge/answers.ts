import type { Breach } from './breach';
import { isUndisturbed } from './contacts';
import type { AddAction, Claim, Facts, Press, SeenRequest, SendAction, SentRequest } from './facts';
import { hasSameWords, isOfAdd, isOfSend, MESSAGE_TTL_MS, TOLERANCE_MS, touchesOf, UPSERT } from './history';
import { isAddRefused, isBad, isKeyRejected, isPressed, isSendRefused } from './reasons';

const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });

/** Errors that say what is the case only when something else happened in the run. */
const KEY_ERRORS: ReadonlySet<string> = new Set(['key-replaced', 'not-connected', 'key-rejected']);

/** I4, I6: every press was answered, a success is one, and an error has a reason. */
export function judgeAnswers(facts: Facts): readonly Breach[] {
  return facts.presses.flatMap((press) => judgeAnswer(facts, press));
}

function judgeAnswer(facts: Facts, press: Press): readonly Breach[] {
  const { what, id, at, answer, isLost } = press;
  if (answer === null) {
    const isMissing = !isLost && facts.conditions.isTimed;
    return isMissing ? [{ harm: 'error', invariant: 'I4', what: `${what} of ${id} was never answered` }] : [];
  }
  if (answer.code === 'ok') return judgeOk(facts, press);
  const isExplained = isErrorExplained(facts, press, answer.code);
  return isExplained ? [] : [wrong(`${what} of ${id} at ${at} was answered ${answer.code} without a reason`)];
}

/** What the user is told by an answer without an outcome. */
function judgeOk(facts: Facts, { what, id, at, answer }: Press): readonly Breach[] {
  if (what === 'try again') {
    const isRetried = facts.server.sent.some(({ method, path }) => method === 'PUT' && path.includes(id));
    return isRetried ? [] : [wrong(`message ${id} was to be tried again at ${at}, and was not`)];
  }
  if (what === 'create list') {
    const isThere = Object.values(facts.server.listNames).includes(id);
    return isThere ? [] : [wrong(`the list ${id} was created, and GetSales does not have it`)];
  }
  if (what === 'cancel add') return judgeCancelledAdd(facts, id, at, answer?.at ?? at);
  if (what === 'remove' || what === 'clear') return judgeRemoved(facts, what, id, at);
  if (what !== 'cancel') return [];
  const send = facts.sends.find((each) => each.id === id);
  if (send === undefined) return [wrong(`${id} was never sent, and its cancelling succeeded`)];
  const copies = facts.sends.filter(
    ({ text, contactId, senderId }) => text === send.text && contactId === send.contactId && senderId === send.senderId,
  );
  const isPosted = copies.length === 1 && facts.server.sent.some((request) => isOfSend(send, request));
  return isPosted ? [wrong(`${id} was cancelled at ${String(answer?.at)}, and was posted`)] : [];
}

/** A cancelled add is shown no more, is sent no more, and GetSales did not answer that it has the person. */
function judgeCancelledAdd(
  { adds, presses, final, server }: Facts,
  id: string,
  from: number,
  to: number,
): readonly Breach[] {
  const add = adds.find((each) => each.id === id);
  const isOnly = adds.filter(({ slug }) => slug === add?.slug).length === 1;
  const isAskedAgain = presses.some(
    (other) => other.id === id && other.at >= from && (other.what === 'add' || other.what === 'retry add'),
  );
  const isSentLater = add !== undefined && wasSentAfterCancel(server, add, from, Infinity);
  const isMine = (request: SentRequest | SeenRequest): boolean => add !== undefined && isOfAdd(add, request);
  const lastSent = server.sent.findLast((request) => request.path === UPSERT && isMine(request) && request.at <= to);
  const isAnswered =
    typeof lastSent?.answered === 'number' &&
    server.seen.some(
      (request) =>
        isMine(request) && request.at > from && request.at <= to && !isBad(request) && request.outcome !== null,
    );
  if (isAskedAgain) return [];
  return [
    ...final
      .filter((claim) => claim.id === id)
      .map(({ says }) => wrong(`${id} was cancelled, and is shown as ${says}`)),
    ...(isOnly && isSentLater ? [wrong(`${id} was cancelled at ${from}, and was sent later`)] : []),
    ...(isOnly && isAnswered
      ? [wrong(`${id} was cancelled at ${from}, although GetSales answered with the person`)]
      : []),
  ];
}

/**
 * Whether an upsert of this add left after Cancel add was pressed. One that waits for its turn, or for the end of a pause, is
 * under way already.
 */
function wasSentAfterCancel({ sent, seen }: Facts['server'], add: AddAction, from: number, to: number): boolean {
  const wasPaused = seen.some(({ status, at }) => status === 429 && at <= to && at > from - 10_000);
  const left = sent.filter((request) => request.path === UPSERT && isOfAdd(add, request));
  return !wasPaused && left.some(({ at }) => at > from + REACTS_WITHIN_MS && at <= to);
}

/** A request may leave up to this long after Cancel add was pressed. */
const REACTS_WITHIN_MS = 20;

/** What was removed is shown no more; Clear log removes everything that had ended, except what an open add may still bring back. */
function judgeRemoved({ claims, final }: Facts, what: 'remove' | 'clear', id: string, at: number): readonly Breach[] {
  const left = final.filter((claim) => {
    if (what === 'remove') return claim.id === id;
    const shown = claims.findLast((each) => each.id === claim.id && each.at < at);
    return shown !== undefined && ENDED.has(shown.says) && shown.says === claim.says && claim.says !== 'superseded';
  });
  return left.map((claim) => wrong(`${claim.id} was removed at ${at}, and is shown as ${claim.says}`));
}

const ENDED: ReadonlySet<Claim['says']> = new Set([
  ...(['sent', 'refused', 'cancelled', 'expired', 'done', 'undone', 'superseded'] as const),
]);

function isErrorExplained(facts: Facts, press: Press, code: string): boolean {
  const { conditions, sends, presses, server } = facts;
  const { id, what } = press;
  if (KEY_ERRORS.has(code)) return conditions.changedKeys || server.seen.some(isKeyRejected);
  if (code === 'storage-unavailable' && conditions.hadStorageFaults) return true;
  const hadTrouble = conditions.hadFaults || conditions.kills > 0 || conditions.wasOffline || conditions.changedKeys;
  const send = sends.find((each) => each.id === id);
  const add = facts.adds.find((each) => each.id === id);
  switch (what) {
    case 'send': {
      const isSecondPress = presses.some((other) => other !== press && other.what === 'send' && other.id === id);
      const others = sends.filter(
        (other) => other.id !== id && other.contactId === send?.contactId && other.senderId === send.senderId,
      );
      const isCancelled = isPressed(facts, 'cancel', id, press.answer?.at ?? 0);
      if (code === 'cancelled')
        return (
          isCancelled || (isSecondPress && conditions.hasSecondWorker) || !conditions.isClockSteady || hasWaited(press)
        );
      if (code === 'busy') return others.length > 0 || isSecondPress;
      if (code === 'duplicate-entry')
        return isSecondPress || others.some((other) => hasSameWords(other.text, send?.text ?? ''));
      if (code === 'unconfirmed') return others.some((other) => hasSameWords(other.text, send?.text ?? ''));
      return send !== undefined && (isSendRefused(facts, send, press.answer?.at ?? 0) || hasOtherTrouble(facts, send));
    }
    case 'add':
    case 'retry add':
      if (what === 'retry add' && (code === 'too-late' || isGone(facts, code, id))) return true;
      if (code === 'duplicate-entry') return presses.some((other) => other !== press && other.id === id);
      return add !== undefined && (isAddRefused(facts, add, press.answer?.at ?? 0) || hadTrouble);
    case 'undo':
      return add === undefined || !mustBeUndoable(facts, press, add);
    case 'cancel':
      return isCancelExplained(facts, press, send);
    case 'try again':
      return (
        hadTrouble || (code === 'busy' && presses.filter((other) => other.what === what && other.id === id).length > 1)
      );
    case 'remove': {
      const shown = facts.claims.findLast((claim) => claim.id === id && claim.at <= press.at);
      return hadTrouble || shown === undefined || !ENDED.has(shown.says);
    }
    case 'cancel add': {
      const isShared = facts.adds.filter(({ slug }) => slug === add?.slug).length > 1;
      const isThere = server.seen.some(
        (request) =>
          add !== undefined &&
          isOfAdd(add, request) &&
          request.outcome !== null &&
          request.outcome.status < 300 &&
          request.at <= (press.answer?.at ?? 0),
      );
      const { kills, hasSecondWorker, changedKeys, isTimed } = conditions;
      const isSentLater = add !== undefined && wasSentAfterCancel(server, add, press.at, press.answer?.at ?? 0);
      if (isTimed && isSentLater && !isShared) return false;
      const wasThere = server.people.some(({ slug, before }) => slug === add?.slug && before?.listId === add.listId);
      const isTooLate = isThere || wasThere || isShared || kills > 0 || hasSecondWorker || changedKeys;
      return code === 'too-late' ? isTooLate : isGone(facts, code, id);
    }
    case 'clear':
      return hadTrouble;
    case 'create list':
      return hadTrouble || server.seen.some(isBad);
    case 'check':
      return hadTrouble || send === undefined || code === 'not-found' || code === 'cancelled' || code === 'busy';
  }
}

/** `not-found` for an entry that no screen shows in the end. */
function isGone({ final }: Facts, code: string, id: string): boolean {
  return code === 'not-found' && final.every((claim) => claim.id !== id);
}

function hasWaited({ at, answer }: Press): boolean {
  return answer !== null && answer.at - at >= MESSAGE_TTL_MS - TOLERANCE_MS;
}

/** Send anyway and a repeated text first look for the earlier message, which can fail for its own reasons. */
function hasOtherTrouble({ server }: Facts, send: SendAction): boolean {
  const hasFailed =
    server.seen.some(isBad) || server.sent.some(({ method, answered }) => method === 'GET' && answered === null);
  return (send.overrides !== null || send.repeats !== null) && hasFailed;
}

/** An undo may fail only when something happened to the contact, or too late, or under faults. */
function mustBeUndoable(facts: Facts, { at, id }: Press, add: AddAction): boolean {
  const { claims, adds, sends, presses } = facts;
  if (!isUndisturbed(facts)) return false;
  const done = claims.find((claim) => claim.id === id && claim.says === 'done');
  if (done?.says !== 'done' || !done.canUndo || done.at > at || at - done.at > 10_000) return false;
  const isTouched =
    adds.some((other) => other.id !== id && other.slug === add.slug && other.account === add.account) ||
    sends.some(({ contactId }) => contactId === done.contactId) ||
    touchesOf(facts, done.contactId).length > 0 ||
    presses.some((other) => other.what !== 'undo' && other.id === id && other.at > done.at) ||
    presses.filter((other) => other.what === 'undo' && other.id === id).length > 1;
  return !isTouched;
}

/** `too-late` means that the time to cancel is over, or that the message has ended. */
function isCancelExplained(
  { claims, conditions }: Facts,
  { at, answer }: Press,
  send: SendAction | undefined,
): boolean {
  if (send === undefined || conditions.kills > 0 || !conditions.isClockSteady) return true;
  const shown = claims.filter((claim) => claim.id === send.id);
  const hasEnded = shown.some(
    (claim) => claim.says !== 'open' && claim.says !== 'sending' && claim.at <= (answer?.at ?? at),
  );
  const wasThere = shown.some((claim) => claim.at <= at);
  return !wasThere || hasEnded || at >= send.at + send.cancelPeriodMs;
}
