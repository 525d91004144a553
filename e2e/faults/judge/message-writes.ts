import { recordOf } from '../../sandbox/wire/values';
import type { Breach } from './breach';
import type { Facts, SendAction, SentRequest } from './facts';
import { hasSameWords, isOfSend, isPost, isWrittenByOthers, MESSAGES } from './history';

/** A queued message is sent within ten minutes; the reads before it may take another. */
const SENT_WITHIN_MS = 660_000;

const wrong = (what: string): Breach => ({ harm: 'wrong content', invariant: 'I8', what });

/** How often messages were posted and retried, and what was sent anyway. */
export function judgeMessageCounts(facts: Facts): readonly Breach[] {
  return [
    ...facts.sends.flatMap((send) => [...judgePosts(facts, send), ...judgeOverride(facts, send)]),
    ...tooMany(facts),
    ...retriedTwice(facts),
  ];
}

/** A message that left is one that the user sent: to this person, as this sender, with this text, at this time. */
export function judgePost(facts: Facts, request: SentRequest): readonly Breach[] {
  const body = recordOf(request.body);
  if (Object.keys(body).toSorted().join() !== 'lead_uuid,sender_profile_uuid,text')
    return [wrong(`a message was posted with the fields ${Object.keys(body).join()}`)];
  const matching = facts.sends.filter((send) => isOfSend(send, request));
  if (matching.length === 0) return [wrong(`${JSON.stringify(body)} was posted, ${closest(facts, request)}`)];
  const { isClockSteady, isTimed } = facts.conditions;
  if (!isTimed) return [];
  if (matching.every(({ at }) => request.at < at)) return [wrong('a message was posted before the user sent it')];
  if (!isClockSteady) return [];
  const isEarly = matching.every(({ at, cancelPeriodMs }) => request.at < at + cancelPeriodMs);
  const isLate = matching.every(({ at }) => request.at > at + SENT_WITHIN_MS);
  return [
    ...(isEarly ? [wrong('a message was posted while it could still be cancelled')] : []),
    ...(isLate
      ? [{ harm: 'wrong state', invariant: 'I1', what: 'a message was posted over ten minutes late' } as const]
      : []),
  ];
}

/** Says what is wrong with a message that no action asks for. */
function closest({ sends }: Facts, request: SentRequest): string {
  const body = recordOf(request.body);
  const sameText = sends.filter(({ text }) => text === body['text']);
  if (sameText.length === 0) return 'a text that the user never sent';
  if (sameText.every(({ contactId }) => contactId !== body['lead_uuid']))
    return 'to another recipient than the user chose';
  if (sameText.every(({ senderId }) => senderId !== body['sender_profile_uuid']))
    return 'as another sender than the user chose';
  return 'which mixes several messages or accounts';
}

/** At most one POST for each action, and one message. Copies with equal contents can only be counted together. */
function judgePosts(facts: Facts, send: SendAction): readonly Breach[] {
  const { sends, server, presses } = facts;
  const equal = sends.filter(
    (other) =>
      other.account === send.account &&
      other.contactId === send.contactId &&
      other.senderId === send.senderId &&
      other.text === send.text,
  );
  if (equal[0]?.id !== send.id) return [];
  const posts = server.sent.filter((request) => isOfSend(send, request));
  const stored = server.messages.filter(
    ({ contactId, senderId, text }) => contactId === send.contactId && senderId === send.senderId && text === send.text,
  );
  const doubled = (what: string): Breach => ({ harm: 'doubled', invariant: 'I1', what });
  const isCancelled = (id: string): boolean =>
    presses.some((press) => press.what === 'cancel' && press.id === id && press.answer?.code === 'ok');
  const wanted = equal.filter(({ id }) => !isCancelled(id));
  const repeats = equal.filter(({ repeats: first, overrides }) => first !== null && overrides === null);
  return [
    ...(posts.length > equal.length
      ? [doubled(`${send.id} was posted ${posts.length} times, asked for ${equal.length}`)]
      : []),
    ...(stored.length > posts.length
      ? [doubled(`${send.id} was posted ${posts.length} times, stored ${stored.length} times`)]
      : []),
    ...(posts.length > wanted.length && wanted.length < equal.length
      ? [wrong(`${send.id} was posted although the user cancelled it`)]
      : []),
    ...(facts.conditions.isClockSteady && equal.length === 1 && repeats.length === 1 && posts.length > 0
      ? [doubled(`${send.id} was posted while ${String(send.repeats)} with the same words was unconfirmed`)]
      : []),
  ];
}

/** POSTs in GetSales' log that the worker did not send, or more than the user asked for, whatever their contents. */
function tooMany({ server, sends }: Facts): readonly Breach[] {
  // The browser itself repeats what was answered with 421 (not processed).
  const arrived = server.seen.filter((request) => isPost(request) && request.status !== 421);
  const readable = arrived.filter(({ body }) => body !== null).length;
  const posted = server.sent.filter(isPost).length;
  const doubled = (what: string): Breach => ({ harm: 'doubled', invariant: 'I1', what });
  return [
    ...(readable > posted ? [doubled(`${readable} POSTs arrived, ${posted} were sent`)] : []),
    ...(arrived.length > sends.length ? [doubled(`${arrived.length} POSTs of ${sends.length} messages arrived`)] : []),
  ];
}

/** A retry is asked for by the user, for a message that GetSales could not deliver. */
export function judgeRetry(
  { presses, server }: Facts,
  { at, path }: SentRequest,
  messageId: string,
): readonly Breach[] {
  const isAsked = presses.some(
    ({ what, id, at: pressed }) => what === 'try again' && id === messageId && pressed <= at,
  );
  // GetSales refuses it for a message that has not failed, also for one that an earlier request has queued again.
  const retries = server.seen.filter((seen) => seen.method === 'PUT' && seen.path === path);
  const isQueued = retries.some(({ outcome, isFaulted }) => isFaulted && outcome !== null && outcome.status < 300);
  const first = isQueued ? undefined : retries.find(({ isFaulted }) => !isFaulted);
  return [
    ...(isAsked ? [] : [wrong(`message ${messageId} was retried, which the user did not ask for`)]),
    ...(first?.status === 422 ? [wrong(`message ${messageId} was retried, although it had not failed`)] : []),
  ];
}

/** Send anyway looks again first: what the answer then lists is not sent a second time. */
function judgeOverride(facts: Facts, send: SendAction): readonly Breach[] {
  const { sends, server, conditions } = facts;
  const first = sends.find(({ id }) => id === send.overrides);
  const posted = server.sent.find((request) => isOfSend(send, request));
  if (first === undefined || posted === undefined || !conditions.isClockSteady || conditions.hadWrongDates) return [];
  const isAmbiguous =
    isWrittenByOthers(facts, first) ||
    sends.some((other) => other.id !== first.id && other.id !== send.id && hasSameWords(other.text, send.text));
  const isThere = server.seen.some(
    (request) => isOfSend(first, request) && request.outcome?.status === 201 && request.at < send.at,
  );
  const isListed = server.seen.some(
    ({ method, path, query, status, isFaulted, at }) =>
      method === 'GET' &&
      path === MESSAGES &&
      query.includes(send.contactId) &&
      status === 200 &&
      !isFaulted &&
      at >= send.at &&
      at <= posted.at,
  );
  const isDoubled = isThere && isListed && !isAmbiguous && conditions.isTimed;
  return isDoubled
    ? [{ harm: 'doubled', invariant: 'I1', what: `${send.id} was sent anyway, although GetSales listed ${first.id}` }]
    : [];
}

/** GetSales is asked to retry a failed message once for each press of Try again. */
function retriedTwice({ server, presses }: Facts): readonly Breach[] {
  const asked = presses.filter(({ what }) => what === 'try again').map(({ id }) => id);
  return [...new Set(asked)].flatMap((messageId) => {
    const retries = server.sent.filter(({ method, path }) => method === 'PUT' && path.includes(messageId)).length;
    const wanted = asked.filter((id) => id === messageId).length;
    return retries > wanted
      ? [
          {
            harm: 'doubled',
            invariant: 'I1',
            what: `message ${messageId} was retried ${retries} times, asked for ${wanted}`,
          } as const,
        ]
      : [];
  });
}
