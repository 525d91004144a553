import { isDeepStrictEqual } from 'node:util';
import { recordOf } from '../../sandbox/wire/values';
import type { Breach } from './breach';
import type { AddAction, Facts, SendAction, SentRequest } from './facts';
import {
  contactChanges,
  hasSameWords,
  MESSAGES,
  CONTACTS,
  isOfAdd,
  isOfSend,
  isPost,
  LOOKUPS,
  UPSERT,
  upsertIn,
  type ContactChange,
  type Upsert,
} from './history';

/** A queued message is sent within ten minutes; the reads before it may take another. */
const SENT_WITHIN_MS = 660_000;

const wrong = (what: string): Breach => ({ harm: 'wrong content', invariant: 'I8', what });

/** I1 and I8: every write that left the worker is one that the user asked for, with its exact content, at most as often. */
export function judgeWrites(facts: Facts): readonly Breach[] {
  const changes = contactChanges(facts.server);
  return [
    ...facts.server.sent.flatMap((request) => judgeWrite(facts, request, changes)),
    ...facts.sends.flatMap((send) => judgePosts(facts, send)),
    ...tooMany(facts),
    ...facts.adds.flatMap((add) => judgeSuperseded(facts, add)),
    ...facts.sends.flatMap((send) => judgeOverride(facts, send)),
  ];
}

function judgeWrite(facts: Facts, request: SentRequest, changes: readonly ContactChange[]): readonly Breach[] {
  const { method, path } = request;
  if (method === 'GET' || LOOKUPS.includes(path)) return [];
  if (isPost(request)) return judgePost(facts, request);
  const upsert = upsertIn(request);
  if (upsert !== null) return judgeUpsert(facts, request, upsert, changes);
  const [, messageId] = /^\/flows\/api\/linkedin-messages\/([^/]+)\/retry$/u.exec(path) ?? [];
  if (method === 'PUT' && messageId !== undefined) return judgeRetry(facts, request, messageId);
  if (method === 'DELETE' && path.startsWith(`${CONTACTS}/`)) return judgeRemoval(facts, request, changes);
  return [wrong(`${method} ${path} was sent, which no action of the user asks for`)];
}

function judgePost(facts: Facts, request: SentRequest): readonly Breach[] {
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
function judgeRetry({ presses, server }: Facts, { at, path }: SentRequest, messageId: string): readonly Breach[] {
  const isAsked = presses.some(
    ({ what, id, at: pressed }) => what === 'try again' && id === messageId && pressed <= at,
  );
  // GetSales refuses it for a message that has not failed; what it answers to the first of two is decisive.
  const [first] = server.seen.filter((seen) => seen.method === 'PUT' && seen.path === path && !seen.isFaulted);
  return [
    ...(isAsked ? [] : [wrong(`message ${messageId} was retried, which the user did not ask for`)]),
    ...(first?.status === 422 ? [wrong(`message ${messageId} was retried, although it had not failed`)] : []),
  ];
}

function judgeUpsert(
  facts: Facts,
  request: SentRequest,
  upsert: Upsert,
  changes: readonly ContactChange[],
): readonly Breach[] {
  const { slug, listId, move, lead } = upsert;
  const adds = facts.adds.filter((add) => isOfAdd(add, request) && add.at <= request.at);
  const undone = undosOf(facts, request, slug).filter((add) => isWayBack(add, listId, changes));
  const what = `${slug} on list ${listId}${move === true ? ', moved' : ''}`;
  if (adds.length === 0 && (undone.length === 0 || move !== true))
    return [wrong(`${what}: ${closestAdd(facts, slug, listId)}`)];
  if (request.path === UPSERT && recordOf(request.body)['update_if_exists'] !== false)
    return [wrong(`${what}: an existing contact's fields would be overwritten`)];
  const { linkedin_id: _reference, linkedin = slug, ...fields } = lead;
  if (linkedin !== slug) return [wrong(`${what}: names two people`)];
  const areFieldsRight = undone.length > 0 || adds.some((add) => isDeepStrictEqual(fields, add.fields));
  return areFieldsRight ? [] : [wrong(`${what}: with other fields than the user saw`)];
}

function closestAdd({ adds }: Facts, slug: string, listId: string): string {
  const same = adds.filter((add) => add.slug === slug);
  if (same.length === 0) return 'a person that the user never added';
  if (same.every((add) => add.listId !== listId)) return 'another list than the user chose';
  return 'keep or move other than the user chose, or another account';
}

/** The adds of this person on which the user pressed Undo before. */
function undosOf({ adds, presses }: Facts, { at, account }: SentRequest, slug: string | null): readonly AddAction[] {
  return adds.filter(
    (add) =>
      add.slug === slug &&
      add.account === account &&
      presses.some((press) => press.what === 'undo' && press.id === add.id && press.at <= at),
  );
}

/** Whether the contact was on this list before a request of this add moved it. */
function isWayBack(add: AddAction, listId: string, changes: readonly ContactChange[]): boolean {
  return changes.some(({ request, listBefore }) => isOfAdd(add, request) && listBefore === listId);
}

/** Only a contact that an undone add created is deleted. */
function judgeRemoval(facts: Facts, request: SentRequest, changes: readonly ContactChange[]): readonly Breach[] {
  const contactId = request.path.slice(CONTACTS.length + 1);
  const created = changes.filter(
    (change) => change.contactId === contactId && change.listBefore === null && change.listId !== null,
  );
  const slug = created[0]?.slug ?? null;
  const isOurs = undosOf(facts, request, slug).some((add) => created.some((change) => isOfAdd(add, change.request)));
  return isOurs
    ? []
    : [{ harm: 'lost', invariant: 'I9', what: `contact ${contactId} was deleted, which no undone add created` }];
}

/** Once a newer add of the same person was carried out, an older one is no more, unless the user retries it. */
function judgeSuperseded({ adds, presses, final, conditions, server }: Facts, older: AddAction): readonly Breach[] {
  if (!conditions.isClockSteady || !conditions.isTimed) return [];
  const all = adds.filter(({ slug, account }) => slug === older.slug && account === older.account);
  /** Requests of this add and of no other one. */
  const requestsOf = (add: AddAction): readonly SentRequest[] =>
    server.sent.filter((request) => all.every((other) => isOfAdd(other, request) === (other.id === add.id)));
  const isAskedAgain = presses.some(
    ({ what, id }) => (what === 'retry add' || what === 'undo') && all.some((add) => add.id === id),
  );
  if (isAskedAgain) return [];
  const pressedAt = Math.max(
    older.at,
    ...presses.filter(({ what, id }) => what === 'add' && id === older.id).map(({ at }) => at),
  );
  return all.flatMap((newer): readonly Breach[] => {
    const first = requestsOf(newer)[0];
    const isDone = final.some(({ id, says }) => id === newer.id && says === 'done');
    const late = requestsOf(older).some(({ at }) => first !== undefined && at > first.at);
    if (newer.at <= pressedAt || !isDone || !late) return [];
    return [wrong(`${older.slug}: the add ${older.id} was carried out after the newer ${newer.id}`)];
  });
}

/** Send anyway looks again first: what the answer then lists is not sent a second time. */
function judgeOverride(facts: Facts, send: SendAction): readonly Breach[] {
  const { sends, server, conditions } = facts;
  const first = sends.find(({ id }) => id === send.overrides);
  const posted = server.sent.find((request) => isOfSend(send, request));
  if (first === undefined || posted === undefined || !conditions.isClockSteady || conditions.hadWrongDates) return [];
  const isAmbiguous = sends.some(
    (other) => other.id !== first.id && other.id !== send.id && hasSameWords(other.text, send.text),
  );
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
