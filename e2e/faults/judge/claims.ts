import type { Breach } from './breach';
import { isUndisturbed } from './contacts';
import type { AddAction, Claim, Facts, Press, SeenRequest, SendAction } from './facts';
import { copiesOf, hasSameWords, isOfAdd, isOfSend, MESSAGES } from './history';

/** Statuses with which GetSales refuses a request for good. */
const REFUSALS: ReadonlySet<number | null> = new Set([400, 402, 403, 404, 405, 411, 413, 415, 422]);
/** The same, and those after which an unsent message is given up. */
const UNSENT: ReadonlySet<number | null> = new Set([...REFUSALS, 401, 429]);
const TTL_MS = 600_000;
/** How much a second of processing may shift a time. */
const TOLERANCE_MS = 5_000;

const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });

/** I6: every outcome that a screen ever claimed has its reason in GetSales' log or in an action of the user. */
export function judgeClaims(facts: Facts): readonly Breach[] {
  return [
    ...facts.claims.flatMap((claim) => {
      const send = facts.sends.find(({ id }) => id === claim.id);
      if (send !== undefined) return judgeSendClaim(facts, send, claim);
      const add = facts.adds.find(({ id }) => id === claim.id);
      if (add !== undefined) return judgeAddClaim(facts, add, claim);
      return [wrong(`${claim.id} is shown as ${claim.says}, and the user never asked for it`)];
    }),
    ...claimedTwice(facts),
    ...facts.presses.flatMap((press) => judgeAnswer(facts, press)),
  ];
}

function judgeSendClaim(facts: Facts, send: SendAction, claim: Claim): readonly Breach[] {
  const { conditions, server } = facts;
  const { id } = send;
  switch (claim.says) {
    case 'sent': {
      const message = server.messages.find(({ uuid }) => uuid === claim.messageId);
      if (message === undefined)
        return [wrong(`${id} is shown as sent as ${claim.messageId}, which GetSales does not have`)];
      const isSame =
        message.contactId === send.contactId &&
        message.senderId === send.senderId &&
        hasSameWords(message.text, send.text);
      return isSame ? [] : [wrong(`${id} is shown as sent as ${claim.messageId}, which is another message`)];
    }
    case 'refused':
      return isSendRefused(facts, send, claim.at)
        ? []
        : [wrong(`${id} is shown as refused, and GetSales refused nothing`)];
    case 'cancelled':
      return isPressed(facts, 'cancel', id, claim.at)
        ? []
        : [wrong(`${id} is shown as cancelled, and the user did not cancel it`)];
    case 'expired':
      return !conditions.isTimed || !conditions.isClockSteady || claim.at - send.at >= TTL_MS - TOLERANCE_MS
        ? []
        : [wrong(`${id} is shown as expired after ${claim.at - send.at} ms`)];
    case 'unknown':
      return judgeUnconfirmed(facts, send, claim);
    case 'sending':
    case 'open':
      return [];
    case 'done':
    case 'undoing':
    case 'undone':
    case 'superseded':
      return [wrong(`${id} is a message and shown as ${claim.says}`)];
  }
}

/** A message is unconfirmed when it was posted without an answer, or the worker died while sending. */
function judgeUnconfirmed(facts: Facts, send: SendAction, claim: Claim): readonly Breach[] {
  const { conditions, server, claims } = facts;
  const posts = server.sent.filter((request) => isOfSend(send, request) && request.at <= claim.at);
  const sending = claims.find(({ id, says, at }) => id === send.id && says === 'sending' && at <= claim.at);
  const wasKilledSending =
    sending !== undefined && conditions.killTimes.some((at) => at >= sending.at && at <= claim.at);
  // A second worker does not see what the first one has in flight.
  if (posts.length === 0 && !wasKilledSending && !conditions.hasSecondWorker && conditions.isTimed)
    return [wrong(`${send.id} is shown as unconfirmed, and was not sent`)];
  const isAnswered = posts.some(({ answered }) => answered === 201);
  return isAnswered && conditions.kills === 0 && copiesOf(facts, send) === 0
    ? [wrong(`${send.id} is shown as unconfirmed, and GetSales answered that it was sent`)]
    : [];
}

/** Whether GetSales refused the message's POST, or gave no usable answer to what is read before it. */
function isSendRefused(facts: Facts, send: SendAction, at: number): boolean {
  const { server, conditions } = facts;
  const seen = server.seen.filter((request) => request.at <= at && request.account === send.account);
  if (seen.some((request) => isKeyRejected(request) || (isOfSend(send, request) && UNSENT.has(request.status))))
    return true;
  const hasPosted = server.sent.some((request) => isOfSend(send, request) && request.at <= at);
  if (hasPosted && copiesOf(facts, send) === 0) return false;
  const isRead = ({ method, path, query }: SeenRequest): boolean =>
    method === 'GET' && path === MESSAGES && query.includes(send.contactId);
  // A pause holds for all accounts.
  const isLimited = server.seen.some(({ status, at: seenAt }) => isPausing(status) && seenAt <= at);
  return conditions.wasOffline || isLimited || seen.some((request) => isRead(request) && isBad(request));
}

/** Whether requests to come may be refused because of this answer to an earlier one. */
function isPausing(status: number | null): boolean {
  return status === 403 || status === 429 || (status !== null && status >= 500);
}

function isKeyRejected({ status }: SeenRequest): boolean {
  return status === 401;
}

/** Whether the answer was not the documented one. */
function isBad({ status, isFaulted }: SeenRequest): boolean {
  return isFaulted || status === null || status >= 300;
}

function judgeAddClaim(facts: Facts, add: AddAction, claim: Claim): readonly Breach[] {
  const { conditions, adds } = facts;
  const { id } = add;
  switch (claim.says) {
    case 'refused':
      return isAddRefused(facts, add, claim.at)
        ? []
        : [wrong(`${id} is shown as refused, and GetSales refused nothing`)];
    case 'unknown':
      return add.choice === 'move' &&
        (!conditions.isTimed || !conditions.isClockSteady || claim.at - add.at >= TTL_MS - TOLERANCE_MS)
        ? []
        : [wrong(`${id} is shown as unconfirmed, and can be repeated`)];
    case 'superseded': {
      const by = adds.find((other) => other.id === claim.by);
      const isNewer = by !== undefined && by.slug === add.slug && by.account === add.account && by.at >= add.at;
      return isNewer || (by !== undefined && !conditions.isClockSteady)
        ? []
        : [wrong(`${id} is shown as superseded by ${claim.by}, which is no newer add of ${add.slug}`)];
    }
    case 'undoing':
    case 'undone':
      return isPressed(facts, 'undo', id, claim.at)
        ? []
        : [wrong(`${id} is shown as ${claim.says}, and the user did not undo it`)];
    case 'done':
      return judgeGivenUp(facts, add, claim);
    case 'open':
    case 'sending':
      return [];
    case 'sent':
    case 'cancelled':
    case 'expired':
      return [wrong(`${id} is an add and shown as ${claim.says}`)];
  }
}

/** An undo that was begun is carried out, unless something else happened to the contact or GetSales did not answer. */
function judgeGivenUp({ claims, conditions, adds, sends }: Facts, add: AddAction, claim: Claim): readonly Breach[] {
  const begun = claims.find(({ id, says, at }) => id === add.id && says === 'undoing' && at <= claim.at);
  const { hadFaults, wasOffline, changedKeys, isClockSteady, isTimed } = conditions;
  if (begun === undefined || begun.at >= claim.at || claim.says !== 'done') return [];
  const isTouched =
    adds.some(({ id, slug, account }) => id !== add.id && slug === add.slug && account === add.account) ||
    sends.some(({ contactId }) => contactId === claim.contactId);
  const isExplained =
    hadFaults || wasOffline || changedKeys || !isClockSteady || !isTimed || isTouched || claim.at - begun.at >= TTL_MS;
  return isExplained ? [] : [wrong(`${add.id} was being undone, and is shown as ${claim.effect} again`)];
}

function isAddRefused({ server }: Facts, add: AddAction, at: number): boolean {
  return server.seen.some((request) => request.at <= at && isOfAdd(add, request) && REFUSALS.has(request.status));
}

function isPressed({ presses }: Facts, name: Press['what'], id: string, at: number): boolean {
  return presses.some((press) => press.what === name && press.id === id && press.at <= at);
}

/** Two entries never claim one message. */
function claimedTwice({ claims }: Facts): readonly Breach[] {
  const owners = new Map<string, string>();
  return claims.flatMap((claim) => {
    if (claim.says !== 'sent') return [];
    const owner = owners.get(claim.messageId) ?? claim.id;
    owners.set(claim.messageId, owner);
    return owner === claim.id ? [] : [wrong(`${owner} and ${claim.id} are both shown as message ${claim.messageId}`)];
  });
}

/** Errors that say what is the case only when something else happened in the run. */
const KEY_ERRORS: ReadonlySet<string> = new Set(['key-replaced', 'not-connected', 'key-rejected']);

/** Every press was answered, and an error has a reason. */
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
  if (what !== 'cancel') return [];
  const send = facts.sends.find((each) => each.id === id);
  if (send === undefined) return [wrong(`${id} was never sent, and its cancelling succeeded`)];
  const copies = facts.sends.filter(
    ({ text, contactId, senderId }) => text === send.text && contactId === send.contactId && senderId === send.senderId,
  );
  const isPosted = copies.length === 1 && facts.server.sent.some((request) => isOfSend(send, request));
  return isPosted ? [wrong(`${id} was cancelled at ${String(answer?.at)}, and was posted`)] : [];
}

function isErrorExplained(facts: Facts, press: Press, code: string): boolean {
  const { conditions, sends, presses, server } = facts;
  const { id, what } = press;
  if (KEY_ERRORS.has(code)) return conditions.changedKeys || server.seen.some(isKeyRejected);
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
      if (what === 'retry add' && code === 'too-late') return true;
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
    case 'check':
      return hadTrouble || send === undefined || code === 'not-found' || code === 'cancelled' || code === 'busy';
  }
}

function hasWaited({ at, answer }: Press): boolean {
  return answer !== null && answer.at - at >= TTL_MS - TOLERANCE_MS;
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
