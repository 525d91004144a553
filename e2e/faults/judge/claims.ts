import type { Breach } from './breach';
import type { AddAction, Claim, Facts, SendAction } from './facts';
import { copiesOf, hasSameWords, isOfSend, MESSAGE_TTL_MS, MESSAGES, TOLERANCE_MS, touchesOf } from './history';
import { aboutAdd, aboutSend } from './conduct';
import { isAddRefused, isPressed, isSendRefused } from './reasons';

const wrong = (what: string): Breach => ({ harm: 'wrong state', invariant: 'I6', what });

/** I6: every outcome that a screen ever claimed has its reason in GetSales' log or in an action of the user. */
export function judgeClaims(facts: Facts): readonly Breach[] {
  return [
    ...facts.claims.flatMap((claim) => {
      const send = facts.sends.find(({ id }) => id === claim.id);
      if (send !== undefined) return [...isAbout(claim, aboutSend(send)), ...judgeSendClaim(facts, send, claim)];
      const add = facts.adds.find(({ id }) => id === claim.id);
      if (add !== undefined) return [...isAbout(claim, aboutAdd(add)), ...judgeAddClaim(facts, add, claim)];
      return [wrong(`${claim.id} is shown as ${claim.says}, and the user never asked for it`)];
    }),
    ...claimedTwice(facts),
  ];
}

/** The screen names the person, and the text or list, of the user's action. */
function isAbout({ id, about }: Claim, wanted: string): readonly Breach[] {
  return about === undefined || about === wanted ? [] : [wrong(`${id} is shown as ${about}, and is ${wanted}`)];
}

function judgeSendClaim(facts: Facts, send: SendAction, claim: Claim): readonly Breach[] {
  const { conditions, server } = facts;
  const { id } = send;
  switch (claim.says) {
    case 'sent': {
      const message = server.messages.find(({ uuid }) => uuid === claim.messageId);
      if (message === undefined && mayBeTakenFor(facts, send, claim.messageId)) return [];
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
      return !conditions.isTimed || !conditions.isClockSteady || claim.at - send.at >= MESSAGE_TTL_MS - TOLERANCE_MS
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

/** Whether it is someone else's message that GetSales may not have listed yet when it was read before the POST. */
function mayBeTakenFor({ server, claims }: Facts, send: SendAction, messageId: string): boolean {
  const act = server.byOthers.find((each) => each.messageId === messageId);
  const begun = claims.find(({ id, says }) => id === send.id && says === 'sending')?.at ?? Infinity;
  const read = server.seen.findLast(({ method, path, at }) => method === 'GET' && path === MESSAGES && at <= begun);
  return act !== undefined && read !== undefined && (read.isFaulted || act.at >= read.at);
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
  return isAnswered && conditions.kills === 0 && copiesOf(facts, send) === 0 && !wasAskedInBetween(facts, claim)
    ? [wrong(`${send.id} is shown as unconfirmed, and GetSales answered that it was sent`)]
    : [];
}

/** Whether it is the answer to a Check again that was pressed, against all screens, while the message was being sent. */
function wasAskedInBetween({ claims, presses }: Facts, { id, at: answeredAt }: Claim): boolean {
  return presses.some(({ what, id: pressed, at, answer }) => {
    const shown = claims.findLast((each) => each.id === id && each.at <= at);
    return what === 'check' && pressed === id && answer?.at === answeredAt && shown?.says === 'sending';
  });
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
        (!conditions.isTimed || !conditions.isClockSteady || claim.at - add.at >= MESSAGE_TTL_MS - TOLERANCE_MS)
        ? []
        : [wrong(`${id} is shown as unconfirmed, and can be repeated`)];
    case 'superseded': {
      const by = adds.find((other) => other.id === claim.by);
      const isOther = by !== undefined && by.id !== add.id && by.slug === add.slug && by.account === add.account;
      // The press that the outbox knows may be a later one.
      const pressed = facts.presses.filter(({ what, id: of }) => what === 'add' && of === by?.id).map(({ at }) => at);
      const isNewer = Math.max(by?.at ?? -Infinity, ...pressed) >= add.at;
      return isOther && (isNewer || !conditions.isClockSteady)
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
function judgeGivenUp(facts: Facts, add: AddAction, claim: Claim): readonly Breach[] {
  const { claims, conditions, adds, sends, presses } = facts;
  const begun = claims.find(({ id, says, at }) => id === add.id && says === 'undoing' && at <= claim.at);
  const { hadFaults, wasOffline, changedKeys, isClockSteady, isTimed } = conditions;
  if (begun === undefined || begun.at >= claim.at || claim.says !== 'done') return [];
  const isTouched =
    adds.some(({ id, slug, account }) => id !== add.id && slug === add.slug && account === add.account) ||
    sends.some(({ contactId }) => contactId === claim.contactId) ||
    touchesOf(facts, claim.contactId).length > 0;
  // The answer to a press from before the undo.
  const isOvertaken = presses.some(({ id, at, answer }) => id === add.id && at <= begun.at && answer?.at === claim.at);
  const isExplained =
    isOvertaken ||
    hadFaults ||
    wasOffline ||
    changedKeys ||
    !isClockSteady ||
    !isTimed ||
    isTouched ||
    claim.at - begun.at >= MESSAGE_TTL_MS;
  return isExplained ? [] : [wrong(`${add.id} was being undone, and is shown as ${claim.effect} again`)];
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
